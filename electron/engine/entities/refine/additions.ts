import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';
import { coverage, merged } from './rule';

/** The designation of a weapon, vehicle or aircraft: "T-90", "F-16", "Su-24M". */
const DESIGNATION = /^\p{Lu}\p{L}{0,3}-\d{1,4}\p{Lu}{0,2}$/u;

export function addDesignations(
  spans: readonly NameSpan[],
  { document, gazetteers }: TaggerInput,
): NameSpan[] {
  const taken = coverage(spans, document.words.length);
  const found: NameSpan[] = [];
  for (let i = 0; i < document.words.length; i++) {
    const { lexeme } = document.words[i]!;
    if (taken[i] || !lexeme.hasDigit || !DESIGNATION.test(lexeme.text)) continue;
    if (gazetteers.begins[i]! & KIND.organisation) continue;
    found.push({ first: i, end: i + 1, type: 'MISC', rule: 'designation' });
  }
  return merged(spans, found);
}

/** A people's name in capitals is a name wherever it stands ("Russian jets"), unless it is part of another. */
export function addDemonyms(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
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
