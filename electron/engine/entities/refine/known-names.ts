import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';

/** A name of several words that the tables know is taken whole, where the tagger has only parts of it. */
export function completeKnownNames(
  spans: readonly NameSpan[],
  { document, gazetteers }: TaggerInput,
): NameSpan[] {
  const known: NameSpan[] = [];
  for (let i = 0; i < document.words.length; i++) {
    const end = gazetteers.nameEnds[i]!;
    if (end < i + 2 || !document.words[i]!.lexeme.capitalised) continue;
    const kinds = gazetteers.begins[i]!;
    const type = kinds & KIND.organisation ? 'ORG' : kinds & (KIND.country | KIND.place) ? 'LOC' : null;
    if (!type || !document.words[end - 1]!.lexeme.hasCapital) continue;
    known.push({ first: i, end, type, rule: 'known-names' });
    i = end - 1;
  }
  return replaceParts(spans, known);
}

/** Puts each whole in place of the spans inside it, unless a span reaches beyond it or is the same. */
function replaceParts(spans: readonly NameSpan[], wholes: readonly NameSpan[]): NameSpan[] {
  const result: NameSpan[] = [];
  let next = 0;
  for (const whole of wholes) {
    while (next < spans.length && spans[next]!.end <= whole.first) result.push(spans[next++]!);
    let last = next;
    while (last < spans.length && spans[last]!.first < whole.end) last++;
    const touched = spans.slice(next, last);
    const beyond = touched.some(({ first, end }) => first < whole.first || end > whole.end);
    const same = touched.some(({ first, end }) => first === whole.first && end === whole.end);
    if (beyond || (same && touched[0]!.type === whole.type)) continue;
    result.push(whole);
    next = last;
  }
  return [...result, ...spans.slice(next)];
}

/** "Government of Iraq", "Bank of Japan": a body named with a capital and its place are one organisation. */
export function joinBodiesOfPlaces(
  spans: readonly NameSpan[],
  { document, gazetteers }: TaggerInput,
): NameSpan[] {
  const { words } = document;
  const result: NameSpan[] = [];
  for (const span of spans) {
    const body = result.at(-1);
    const of = body?.end ?? 0;
    const gap = span.first - of;
    const joins =
      body?.type === 'ORG' &&
      span.type === 'LOC' &&
      words[of]!.lexeme.lower === 'of' &&
      (gap === 1 || (gap === 2 && words[of + 1]!.lexeme.text === 'the')) &&
      (gazetteers.begins[body.end - 1]! & KIND.organisationWord) !== 0;
    if (joins) body.end = span.end;
    else result.push({ ...span });
  }
  return result;
}

/** A people's name alone is a people's, whatever else the tagger took it for; in a body's name it is part of it. */
export function typePeoples(spans: readonly NameSpan[], { gazetteers }: TaggerInput): NameSpan[] {
  const other = KIND.country | KIND.place | KIND.organisation | KIND.firstName;
  return spans.map((span) => {
    const kinds = gazetteers.begins[span.first]!;
    const people = gazetteers.nameEnds[span.first] === span.end && (kinds & KIND.demonym) !== 0;
    return people && (kinds & other) === 0 ? { ...span, type: 'MISC' } : span;
  });
}

/** "Indonesian Navy", "Australian Centre for ...": a people's name before a body's is an organisation's name. */
export function typeBodiesOfPeoples(
  spans: readonly NameSpan[],
  { document, gazetteers }: TaggerInput,
): NameSpan[] {
  return spans.map((span) => {
    if (span.type !== 'MISC' || span.end - span.first < 2) return span;
    if ((gazetteers.begins[span.first]! & KIND.demonym) === 0) return span;
    let head = span.first;
    while (head + 1 < span.end && document.words[head + 1]!.lexeme.hasCapital) head++;
    const isBody = head > span.first && (gazetteers.begins[head]! & KIND.organisationWord) !== 0;
    return isBody ? { ...span, type: 'ORG' } : span;
  });
}

/** Bodies that are named by what they look after, which may be two things. */
const BODY =
  /^(?:department|ministry|office|institute|institutes|committee|commission|council|secretariat|agency|school|faculty|centers?|centres?|bureau)$/;

/** "Department of Health | and | Human Services" is one organisation, cut at its "and". */
export function joinAtAnd(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const { words } = document;
  const result: NameSpan[] = [];
  for (const span of spans) {
    const body = result.at(-1);
    if (body && body.end + 1 === span.first && isCut(body, span)) {
      result[result.length - 1] = { ...body, end: span.end, rule: 'cut-at-and' };
    } else result.push(span);
  }
  return result;
  function isCut(body: NameSpan, rest: NameSpan): boolean {
    const and = words[body.end]!;
    if (body.type !== 'ORG' || rest.type === 'PER' || and.lexeme.text !== 'and') return false;
    if (words[rest.first]!.block !== and.block || !BODY.test(words[body.first]!.lexeme.lower)) return false;
    const of = words.slice(body.first, body.end).some(({ lexeme }) => /^(?:of|for|on)$/.test(lexeme.lower));
    const own =
      (KIND.country | KIND.place | KIND.organisation | KIND.demonym) & gazetteers.begins[rest.first]!;
    return of && !own && !BODY.test(words[rest.first]!.lexeme.lower) && !gazetteers.nameEnds[rest.first];
  }
}
