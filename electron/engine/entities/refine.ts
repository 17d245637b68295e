import type { TaggerInput } from './features';
import { KIND } from './gazetteers';
import { foldSpelling } from './name-key';
import type { NameSpan } from './name-span';
import { CLASSES, type NameClass } from './statistics';
import type { Word } from './words';

/** A rule that makes the tagger's names better by what the whole article shows. Spans stay in order, disjoint. */
export interface RefineRule {
  name: string;
  apply(spans: readonly NameSpan[], input: TaggerInput): NameSpan[];
}

/** In this order; `npm run bench -- entities --ablate` shows what each is worth. */
export const refineRules: readonly RefineRule[] = [
  { name: 'edges', apply: trimEdges },
  { name: 'prepositions', apply: stripPrepositions },
  { name: 'known-names', apply: completeKnownNames },
  { name: 'bodies-of-places', apply: joinBodiesOfPlaces },
  { name: 'titles', apply: stripTitles },
  { name: 'plain-people', apply: addPlainPeople },
  { name: 'calendar', apply: dropCalendar },
  { name: 'designations', apply: addDesignations },
  { name: 'demonyms', apply: addDemonyms },
  { name: 'consistency', apply: decideByDocument },
  { name: 'elsewhere', apply: findElsewhere },
];

export function refineNames(
  tagged: readonly NameSpan[],
  input: TaggerInput,
  without: ReadonlySet<string> = new Set(),
): NameSpan[] {
  let spans = [...tagged];
  for (const rule of refineRules) if (!without.has(rule.name)) spans = rule.apply(spans, input);
  return spans;
}

const EDGE_MARK = /^(?:[\p{P}\p{S}]+|['’]s)$/u;
const ARTICLE = /^(?:the|a|an)$/;

/** Names neither begin with an article nor begin or end with a mark or a possessive. */
function trimEdges(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  return spans.flatMap((span) => {
    let { first, end } = span;
    const isEdge = (i: number): boolean => EDGE_MARK.test(words[i]!.lexeme.text);
    while (first < end && (isEdge(first) || (ARTICLE.test(words[first]!.lexeme.text) && end - first > 1)))
      first++;
    while (end > first && isEdge(end - 1)) end--;
    return first < end ? [{ ...span, first, end }] : [];
  });
}

/** The preposition that opens a line or sentence is no part of the name behind it ("Near Lisbon, ..."). */
function stripPrepositions(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  return spans.map((span) => {
    const word = document.words[span.first]!;
    const opens = word.sentenceStarts || word.lineStarts;
    if (span.end - span.first < 2 || !opens || !PREPOSITIONS.has(word.lexeme.lower)) return span;
    if (gazetteers.nameEnds[span.first]! >= span.end) return span;
    const type = LOCATING.has(word.lexeme.lower) && span.type === 'PER' ? 'LOC' : span.type;
    return { ...span, first: span.first + 1, type };
  });
}

const LOCATING = new Set([
  'near',
  'in',
  'at',
  'around',
  'outside',
  'inside',
  'across',
  'throughout',
  'toward',
  'towards',
  'beyond',
  'within',
  'off',
]);
const PREPOSITIONS = new Set([
  ...LOCATING,
  'from',
  'to',
  'for',
  'with',
  'by',
  'on',
  'since',
  'after',
  'before',
  'until',
  'during',
  'about',
  'against',
  'between',
  'under',
  'over',
  'via',
  'despite',
  'unlike',
  'like',
  'as',
  'while',
  'when',
  'if',
  'but',
  'and',
  'or',
  'both',
  'following',
  'including',
]);

/** A name of several words that the tables know is taken whole, where the tagger has only parts of it. */
function completeKnownNames(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
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
    if (beyond || same) continue;
    result.push(whole);
    next = last;
  }
  return [...result, ...spans.slice(next)];
}

/** "Government of Iraq", "Bank of Japan": a body named with a capital and its place are one organisation. */
function joinBodiesOfPlaces(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
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

/** A title or office before a person's name is not part of it; alone it names nobody. */
function stripTitles(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const isTitle = (i: number): boolean =>
    (gazetteers.begins[i]! & (KIND.honorific | KIND.role)) !== 0 &&
    (gazetteers.begins[i]! & KIND.firstName) === 0;
  return spans.map((span) => {
    if (span.type !== 'PER') return span;
    let { first } = span;
    while (first < span.end - 1 && isTitle(first) && document.words[first + 1]!.lexeme.capitalised) first++;
    return { ...span, first };
  });
}

/** A full name that the language model takes for a person's, where the tagger saw nothing. */
function addPlainPeople(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  const taken = coverage(spans, words.length);
  const found: NameSpan[] = [];
  for (let first = 0; first < words.length; first++) {
    if (words[first]!.label !== 'PERSON' || !words[first]!.labelStarts) continue;
    let end = first + 1;
    while (end < words.length && words[end]!.label === 'PERSON' && !words[end]!.labelStarts) end++;
    let free = end - first > 1;
    for (let i = first; i < end; i++)
      free &&= !taken[i] && words[i]!.lexeme.capitalised && !words[i]!.shouted;
    if (free) found.push({ first, end, type: 'PER', rule: 'plain-people' });
  }
  return merged(spans, found);
}

/** Days and months are times, and a name has a letter. */
function dropCalendar(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  return spans.filter(({ first, end }) => {
    const words = document.words.slice(first, end);
    if (!words.some((w) => w.lexeme.hasLetter)) return false;
    return !(
      words.length === 1 &&
      gazetteers.begins[first]! & KIND.calendar &&
      !words[0]!.lexeme.allCapitals
    );
  });
}

/** The designation of a weapon, vehicle or aircraft: "T-90", "F-16", "Su-24M". */
const DESIGNATION = /^\p{Lu}\p{L}{0,3}-\d{1,4}\p{Lu}{0,2}$/u;

function addDesignations(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const taken = coverage(spans, document.words.length);
  const found: NameSpan[] = [];
  for (let i = 0; i < document.words.length; i++) {
    if (taken[i] || !DESIGNATION.test(document.words[i]!.lexeme.text)) continue;
    if (gazetteers.begins[i]! & KIND.organisation) continue;
    found.push({ first: i, end: i + 1, type: 'MISC', rule: 'designation' });
  }
  return merged(spans, found);
}

/** A people's name in capitals is a name wherever it stands ("Russian jets"), unless it is part of another. */
function addDemonyms(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const { words } = document;
  const taken = coverage(spans, words.length);
  const found: NameSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    if (taken[i] || !(gazetteers.begins[i]! & KIND.demonym) || !words[i]!.lexeme.capitalised) continue;
    if (gazetteers.begins[i]! & (KIND.firstName | KIND.organisationWord)) continue;
    let end = i + 1;
    while (end < words.length && gazetteers.inside[end]! & KIND.demonym && !taken[end]) end++;
    found.push({ first: i, end, type: 'MISC', rule: 'demonym' });
    i = end - 1;
  }
  return merged(spans, found);
}

/** The words of a span as one key that leaves case and accents aside. */
export function spanKey(words: readonly Word[], { first, end }: { first: number; end: number }): string {
  let text = '';
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    text += i > first && (word.spaceBefore || word.lineStarts) ? ` ${word.lexeme.text}` : word.lexeme.text;
  }
  return foldSpelling(text);
}

interface Votes {
  counts: [number, number, number, number];
}

/** A name of one spelling has one class in an article: the one it has most often. */
function decideByDocument(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const votes = new Map<string, Votes>();
  const keys = spans.map((span) => spanKey(document.words, span));
  for (const [i, span] of spans.entries()) {
    const vote = votes.get(keys[i]!) ?? { counts: [0, 0, 0, 0] };
    votes.set(keys[i]!, vote);
    vote.counts[CLASSES.indexOf(span.type)]!++;
  }
  return spans.map((span, i) => {
    const { counts } = votes.get(keys[i]!)!;
    const most = Math.max(...counts);
    const leaders = CLASSES.filter((_, c) => counts[c] === most);
    return leaders.includes(span.type) ? span : { ...span, type: leaders[0] as NameClass };
  });
}

/** Finds a name that was seen in the article at its other occurrences too. */
function findElsewhere(spans: readonly NameSpan[], { document, statistics }: TaggerInput): NameSpan[] {
  const { words } = document;
  const byOpening = new Map<string, { words: string[]; type: NameClass }[]>();
  const known = new Set<string>();
  for (const { first, end, type } of spans) {
    const forms = words.slice(first, end).map((w) => w.lexeme.text);
    const key = forms.join(' ');
    if (known.has(key) || !isDistinctive(words.slice(first, end), statistics)) continue;
    known.add(key);
    const list = byOpening.get(forms[0]!) ?? [];
    list.push({ words: forms, type });
    byOpening.set(
      forms[0]!,
      list.sort((a, b) => b.words.length - a.words.length),
    );
  }
  const taken = coverage(spans, words.length);
  const found: NameSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    const match = byOpening
      .get(words[i]!.lexeme.text)
      ?.find((name) =>
        name.words.every(
          (form, k) =>
            !taken[i + k] && words[i + k]?.lexeme.text === form && words[i + k]!.block === words[i]!.block,
        ),
      );
    if (!match) continue;
    found.push({ first: i, end: i + match.words.length, type: match.type, rule: 'elsewhere' });
    i += match.words.length - 1;
  }
  return merged(spans, found);
}

/** A word that the article also writes small is no sure name by itself; neither is a single letter or number. */
function isDistinctive(words: readonly Word[], statistics: TaggerInput['statistics']): boolean {
  if (words.length > 1) return words.some((w) => w.lexeme.capitalised);
  const { lexeme } = words[0]!;
  return lexeme.hasCapital && lexeme.text.length > 1 && (statistics.get(lexeme.lower)?.small ?? 0) === 0;
}

function coverage(spans: readonly NameSpan[], length: number): Uint8Array {
  const taken = new Uint8Array(length);
  for (const { first, end } of spans) taken.fill(1, first, end);
  return taken;
}

function merged(spans: readonly NameSpan[], found: readonly NameSpan[]): NameSpan[] {
  return found.length === 0 ? [...spans] : [...spans, ...found].sort((a, b) => a.first - b.first);
}
