/**
 * What earlier versions kept, as records of the journal: one file for each article and one for the corrections of all.
 * `choices` became decisions, an anchor's words a quote, the bare days of an event a given time. The files stay.
 */
import type { ArticleId } from '../contract';

type Json = Record<string, unknown>;

interface NewRecord {
  kind: string;
  fields: object;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The record of one article: `{ choices: { …, corrections }, place }`. */
export function takeOverArticle(article: ArticleId, value: unknown): NewRecord[] {
  if (!isObject(value)) return [];
  const { corrections, ...decisions } = isObject(value.choices) ? value.choices : {};
  return [
    { kind: 'decided', fields: { article, decisions } },
    ...listOf(corrections).map((made) => corrected(article, made)),
    ...(isObject(value.place) ? [{ kind: 'placed', fields: { article, place: placeOf(value.place) } }] : []),
  ];
}

/** Corrections for every article: `[{ madeIn, correction }]`. */
export function takeOverCorrections(value: unknown): NewRecord[] {
  return listOf(value).flatMap((entry) =>
    isObject(entry) && typeof entry.madeIn === 'string' ? [corrected(entry.madeIn, entry.correction)] : [],
  );
}

function corrected(article: ArticleId, value: unknown): NewRecord {
  return { kind: 'corrected', fields: { article, correction: correctionOf(value) } };
}

function correctionOf(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.change)) return value;
  const { first, last, ...change } = value.change;
  const given = first === undefined && last === undefined ? {} : { time: { first, last, written: null } };
  const anchors = Object.fromEntries(Object.entries(change).map(([key, part]) => [key, withQuote(part)]));
  return { ...value, change: { ...anchors, ...given } };
}

function withQuote(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.span) || typeof value.text !== 'string') return value;
  return { span: value.span, quote: { exact: value.text, before: '', after: '' } };
}

function placeOf({ span, ...rest }: Json): Json {
  return { ...rest, anchor: { span, quote: { exact: '', before: '', after: '' } } };
}
