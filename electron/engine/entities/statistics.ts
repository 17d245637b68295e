import type { DocumentWords } from './words';

/** The classes that names are sorted into while they are looked for. */
export const CLASSES = ['PER', 'LOC', 'ORG', 'MISC'] as const;
export type NameClass = (typeof CLASSES)[number];

/** From the language model's 18 labels to four classes; labels of times and quantities are left out. */
export const CLASS_OF_LABEL: Record<string, NameClass> = {
  PERSON: 'PER',
  GPE: 'LOC',
  LOC: 'LOC',
  FAC: 'LOC',
  ORG: 'ORG',
  NORP: 'MISC',
  EVENT: 'MISC',
  PRODUCT: 'MISC',
  WORK_OF_ART: 'MISC',
  LAW: 'MISC',
  LANGUAGE: 'MISC',
};

/** What the whole article tells of one word form (compared in lower case). */
export interface FormStatistics {
  /** Occurrences without any capital. */
  small: number;
  /** Occurrences with a capital, outside headlines in capitals. */
  capitalised: number;
  /** Those of them that do not open a sentence. */
  capitalisedInside: number;
  /** How often the language model gave each class, in the order of CLASSES, to capitalised occurrences. */
  classes: [number, number, number, number];
  /** Stands inside a person's name of several words: first, or later. */
  opensPerson: number;
  closesPerson: number;
  insideOrganisation: number;
}

const empty = (): FormStatistics => ({
  small: 0,
  capitalised: 0,
  capitalisedInside: 0,
  classes: [0, 0, 0, 0],
  opensPerson: 0,
  closesPerson: 0,
  insideOrganisation: 0,
});

/** Counts over all words, keyed by the lower-case form. */
export function documentStatistics({ words }: DocumentWords): Map<string, FormStatistics> {
  const forms = new Map<string, FormStatistics>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const { lexeme } = word;
    if (!lexeme.hasLetter) continue;
    const form = forms.get(lexeme.lower) ?? empty();
    forms.set(lexeme.lower, form);
    if (!lexeme.hasCapital) {
      form.small++;
      continue;
    }
    const nameClass = CLASS_OF_LABEL[word.label];
    if (nameClass) form.classes[CLASSES.indexOf(nameClass)]!++;
    if (word.shouted) continue;
    form.capitalised++;
    if (!word.sentenceStarts && !word.lineStarts) form.capitalisedInside++;
    const next = words[i + 1];
    const continues = next?.label === word.label && !next.labelStarts && next.block === word.block;
    if (nameClass === 'PER') {
      if (word.labelStarts && continues) form.opensPerson++;
      if (!word.labelStarts) form.closesPerson++;
    }
    if (nameClass === 'ORG' && (continues || !word.labelStarts)) form.insideOrganisation++;
  }
  return forms;
}
