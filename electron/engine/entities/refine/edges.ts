import titles from '../../data/titles.json';
import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';

/** Prepositions that only a place follows. */
export const LOCATING = new Set([
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

/** The preposition that opens a line or sentence is no part of the name behind it ("Near Lisbon, ..."). */
export function stripPrepositions(
  spans: readonly NameSpan[],
  { document, gazetteers }: TaggerInput,
): NameSpan[] {
  return spans.map((span) => {
    const word = document.words[span.first]!;
    const opens = word.sentenceStarts || word.lineStarts;
    if (span.end - span.first < 2 || !opens || !PREPOSITIONS.has(word.lexeme.lower)) return span;
    if (gazetteers.nameEnds[span.first]! >= span.end) return span;
    const type = LOCATING.has(word.lexeme.lower) && span.type === 'PER' ? 'LOC' : span.type;
    return { ...span, first: span.first + 1, type };
  });
}

/** A title or office before a person's name is not part of it; alone it names nobody. */
export function stripTitles(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const isTitle = (i: number): boolean =>
    ((gazetteers.begins[i]! | gazetteers.inside[i]!) & (KIND.honorific | KIND.role)) !== 0 &&
    (gazetteers.begins[i]! & KIND.firstName) === 0;
  return spans.map((span) => {
    if (span.type !== 'PER') return span;
    let { first } = span;
    while (first < span.end - 1 && isTitle(first) && document.words[first + 1]!.lexeme.capitalised) first++;
    return { ...span, first };
  });
}

/** An office behind an organisation's name is a person's ("State Department Spokesperson"). */
export function stripOffices(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  return spans.map((span) => {
    if (span.type !== 'ORG' && span.type !== 'LOC') return span;
    const inner = document.words.slice(span.first, span.end - 1);
    if (inner.some(({ lexeme }) => lexeme.lower === 'of' || lexeme.lower === 'for')) return span;
    let { end } = span;
    while (end - span.first > 1 && gazetteers.begins[end - 1]! & KIND.role && isSinglePerson(end - 1)) end--;
    return { ...span, end };
    function isSinglePerson(i: number): boolean {
      return (gazetteers.begins[i]! & KIND.organisationWord) === 0 && document.words[i]!.lexeme.capitalised;
    }
  });
}

const POSTNOMINALS = new Set(titles.postnominals);

/** Letters behind a name and a comma ("Mark Tedeschi, QC") are an honour or an office, no name. */
export function dropPostnominals(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  return spans.filter(({ first, end }) => {
    const { lexeme } = words[first]!;
    const alone = end - first === 1 && lexeme.allCapitals && POSTNOMINALS.has(lexeme.lower);
    return !(alone && words[first - 1]?.lexeme.text === ',');
  });
}
