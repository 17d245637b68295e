import { step, type TaggerInput } from '../features';
import type { Word } from '../words';

/** The language model's labels, in the order the encoder was fitted with; new ones go at the end. */
const LABELS = [
  'PERSON',
  'NORP',
  'FAC',
  'ORG',
  'GPE',
  'LOC',
  'PRODUCT',
  'EVENT',
  'WORK_OF_ART',
  'LAW',
  'LANGUAGE',
  'DATE',
  'TIME',
  'PERCENT',
  'MONEY',
  'QUANTITY',
  'ORDINAL',
  'CARDINAL',
];
const KIND_BITS = 11;
const AT = {
  shape: 0,
  shouted: 16,
  titled: 17,
  glued: 18,
  label: 19,
  begins: 55,
  inside: 66,
  small: 77,
  within: 83,
  count: 89,
};

function shapeOf({ lexeme }: Word): number {
  if (!lexeme.hasLetter) return lexeme.hasDigit ? 5 : 6;
  if (lexeme.hasDigit) return 7;
  if (lexeme.allCapitals) return lexeme.text.length === 1 ? 1 : 2;
  if (lexeme.capitalised) return /^\p{Lu}\P{Lu}*$/u.test(lexeme.text) ? 3 : 4;
  return lexeme.hasCapital ? 4 : 0;
}

/**
 * What the house knows of a word beside its letters, which the encoder (uncased, one stretch of text at a time) cannot
 * see: case, place in its line, the language model's label, the tables, and how the whole article writes the form.
 * @returns indices below 96, the number of distinct kinds of evidence, each at most once
 */
export function wordEvidence({ document, gazetteers, statistics }: TaggerInput, i: number): number[] {
  const word = document.words[i]!;
  const opens = word.sentenceStarts || word.lineStarts;
  const found = [AT.shape + shapeOf(word) * 2 + (opens ? 1 : 0)];
  if (word.shouted) found.push(AT.shouted);
  if (word.titled) found.push(AT.titled);
  if (!word.spaceBefore) found.push(AT.glued);
  const label = LABELS.indexOf(word.label);
  if (label >= 0) found.push(AT.label + label * 2 + (word.labelStarts ? 0 : 1));
  for (let bit = 0; bit < KIND_BITS; bit++) {
    if ((gazetteers.begins[i]! >> bit) & 1) found.push(AT.begins + bit);
    if ((gazetteers.inside[i]! >> bit) & 1) found.push(AT.inside + bit);
  }
  const form = word.lexeme.hasCapital ? statistics.get(word.lexeme.lower) : undefined;
  if (form) {
    found.push(AT.small + step(form.small, form.small + form.capitalised));
    found.push(AT.within + step(form.capitalisedInside, form.capitalised));
    const count = form.capitalised;
    found.push(AT.count + (count <= 1 ? 0 : count <= 3 ? 1 : count <= 9 ? 2 : 3));
  }
  return found;
}
