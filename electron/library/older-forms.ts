/**
 * What earlier versions kept, turned into today's form before it is checked: `choices` became `decisions`, an anchor's
 * words a quote, the bare days of an event a given time. What is in today's form already is left as it is.
 */
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record of one article. */
export function articleInTodaysForm(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { choices, ...rest } = value;
  const decisions = rest.decisions ?? choices;
  return {
    ...rest,
    place: placeInTodaysForm(rest.place),
    decisions:
      isObject(decisions) && Array.isArray(decisions.corrections)
        ? { ...decisions, corrections: decisions.corrections.map(correctionInTodaysForm) }
        : decisions,
  };
}

export function correctionInTodaysForm(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.change)) return value;
  const { first, last, ...change } = value.change;
  const given = first === undefined && last === undefined ? {} : { time: { first, last, written: null } };
  const anchors = Object.fromEntries(Object.entries(change).map(([key, part]) => [key, withQuote(part)]));
  return { ...value, change: { ...anchors, ...given } };
}

export function recentInTodaysForm(value: unknown): unknown {
  return isObject(value) && value.article === undefined ? { ...value, article: null } : value;
}

function withQuote(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.span) || typeof value.text !== 'string') return value;
  return { span: value.span, quote: { exact: value.text, before: '', after: '' } };
}

function placeInTodaysForm(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.span)) return value;
  const { span, ...rest } = value;
  return { ...rest, anchor: { span, quote: { exact: '', before: '', after: '' } } };
}
