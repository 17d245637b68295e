import type { WordScores } from './encoder/fine-tags';
import { type GazetteerMarks, KIND, markGazetteers } from './gazetteers';
import { hashText } from './lexeme';
import { CLASS_OF_LABEL, CLASSES, documentStatistics, type FormStatistics } from './statistics';
import type { DocumentWords, Word } from './words';

/** An article prepared for the tagger of names. */
export interface TaggerInput {
  document: DocumentWords;
  gazetteers: GazetteerMarks;
  statistics: Map<string, FormStatistics>;
  /** Runs of words, [first, end), in which names may stand; outside them no name is looked for. */
  runs: [number, number][];
  /** The encoder's view of the words; null where it was not asked. */
  wordScores: WordScores | null;
}

export function taggerInput(document: DocumentWords, wordScores: WordScores | null = null): TaggerInput {
  return {
    document,
    gazetteers: markGazetteers(document.words),
    statistics: documentStatistics(document),
    runs: candidateRuns(document.words),
    wordScores,
  };
}

function isCandidate(word: Word): boolean {
  return (
    word.lexeme.hasCapital || word.label in CLASS_OF_LABEL || (word.lexeme.hasDigit && word.label !== '')
  );
}

/** How many words without a capital may stand between two candidates of one run ("Bank of the North"). */
const GAP = 2;
/** Words in small letters that join the parts of a name; marks do so too. */
const CONNECTORS = new Set(
  'of the and for in on de del der des di do da du la le los las el al ul ur bin ibn van von zu y e et a to at by with s'.split(
    ' ',
  ),
);

function mayJoin({ lexeme }: Word): boolean {
  return !lexeme.hasLetter || CONNECTORS.has(lexeme.lower) || lexeme.lower.startsWith("'");
}

function candidateRuns(words: readonly Word[]): [number, number][] {
  const runs: [number, number][] = [];
  let current: [number, number] | null = null;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!isCandidate(word)) {
      if (!mayJoin(word)) current = null;
      continue;
    }
    if (current && i - current[1] <= GAP && words[current[0]]!.block === word.block) current[1] = i + 1;
    else {
      current = [i, i + 1];
      runs.push(current);
    }
  }
  return runs;
}

/** Mixes a template's number with one or two values into a 32-bit feature; murmur's finaliser. */
function feature(template: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ Math.imul(b, 0x27d4eb2f), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const EDGE = hashText('<edge>');
const labelHashes = new Map<string, number>();
const tagHashes = new Map<string, number>();

function cached(map: Map<string, number>, key: string): number {
  let hash = map.get(key);
  if (hash === undefined) {
    hash = hashText(key);
    map.set(key, hash);
  }
  return hash;
}

/** The language model's opinion of a word: class and whether it begins the name; 0 for none. */
function opinion(word: Word | undefined): number {
  if (!word || word.label === '') return 0;
  return cached(labelHashes, word.label) ^ (word.labelStarts ? 0x55555555 : 0);
}

function opinionClass(word: Word | undefined): number {
  const nameClass = word && CLASS_OF_LABEL[word.label];
  return nameClass ? CLASSES.indexOf(nameClass) + 1 : 0;
}

/** Share as one of five steps, so that few documents suffice to learn what a share means. */
export function step(part: number, whole: number): number {
  if (whole <= 0) return 0;
  const share = part / whole;
  return share <= 0 ? 1 : share < 0.34 ? 2 : share < 0.67 ? 3 : share < 1 ? 4 : 5;
}

/** What the other occurrences of the form in this article say: which class leads, and how clearly. */
function majority(form: FormStatistics | undefined, word: Word): number {
  if (!form) return 0;
  const own = opinionClass(word);
  let best = 0;
  let total = 0;
  let count = 0;
  for (let c = 0; c < 4; c++) {
    const n = form.classes[c]! - (own === c + 1 ? 1 : 0);
    total += n;
    if (n > count) {
      count = n;
      best = c + 1;
    }
  }
  const others = form.capitalised - 1;
  return others <= 0 ? 100 : best * 10 + step(count, Math.max(others, total));
}

function surface(word: Word): number {
  return (
    (word.lexeme.capitalised ? 1 : 0) |
    (word.lexeme.allCapitals ? 2 : 0) |
    (word.shouted ? 4 : 0) |
    (word.sentenceStarts || word.lineStarts ? 8 : 0) |
    (word.lexeme.hasDigit ? 16 : 0) |
    (word.titled ? 32 : 0)
  );
}

/**
 * The features of one word, each a 32-bit hash, written to `out` from index 0.
 * @returns how many were written
 */
export function wordFeatures(input: TaggerInput, i: number, out: Uint32Array): number {
  const { words, blockStarts } = input.document;
  const word = words[i]!;
  const first = blockStarts[word.block]!;
  const end = blockStarts[word.block + 1]!;
  const at = (k: number): Word | undefined => (k >= first && k < end ? words[k] : undefined);
  const previous = at(i - 1);
  const next = at(i + 1);
  let n = 0;
  const add = (template: number, a: number, b = 0): void => {
    out[n++] = feature(template, a, b);
  };
  n = addForms(out, n, word, previous, next, at(i - 2), at(i + 2));
  const said = opinion(word);
  const saidBefore = opinion(previous);
  const saidAfter = opinion(next);
  const look = surface(word);
  add(30, said);
  add(31, said, word.lexeme.hash);
  add(32, said, saidBefore);
  add(33, said, saidAfter);
  add(34, said, feature(1, saidBefore, saidAfter));
  add(35, said, look);
  add(36, said, word.lexeme.shape);
  add(37, saidBefore);
  add(38, saidAfter);
  add(39, said, previous?.lexeme.hash ?? EDGE);
  add(40, said, next?.lexeme.hash ?? EDGE);
  add(41, opinion(at(i - 2)), said);
  add(42, opinion(at(i + 2)), said);
  const form = input.statistics.get(word.lexeme.lower);
  const nextForm = next && input.statistics.get(next.lexeme.lower);
  const previousForm = previous && input.statistics.get(previous.lexeme.lower);
  const led = majority(form, word);
  add(50, led);
  add(51, led, said);
  add(52, next ? majority(nextForm, next) : 0, led);
  add(53, previous ? majority(previousForm, previous) : 0, led);
  if (form) {
    add(54, step(form.small, form.small + form.capitalised), look);
    add(55, step(form.capitalisedInside, form.capitalised), said);
    add(56, Math.min(form.opensPerson, 2), said);
    add(57, Math.min(form.closesPerson, 2), said);
    add(58, Math.min(form.insideOrganisation, 2), said);
    add(
      59,
      Math.min(form.opensPerson, 1),
      Math.min(form.closesPerson, 1) * 2 + (nextForm?.closesPerson ? 1 : 0),
    );
  }
  return addKinds(out, n, input.gazetteers, i, first, end, said, look);
}

function addForms(
  out: Uint32Array,
  from: number,
  word: Word,
  previous: Word | undefined,
  next: Word | undefined,
  previous2: Word | undefined,
  next2: Word | undefined,
): number {
  let n = from;
  const add = (template: number, a: number, b = 0): void => {
    out[n++] = feature(template, a, b);
  };
  const { lexeme } = word;
  const before = previous?.lexeme.hash ?? EDGE;
  const after = next?.lexeme.hash ?? EDGE;
  const look = surface(word);
  const tag = cached(tagHashes, word.tag);
  const tagBefore = previous ? cached(tagHashes, previous.tag) : EDGE;
  const tagAfter = next ? cached(tagHashes, next.tag) : EDGE;
  add(0, 1);
  add(1, lexeme.hash);
  add(2, before);
  add(3, after);
  add(4, previous2?.lexeme.hash ?? EDGE);
  add(5, next2?.lexeme.hash ?? EDGE);
  add(6, before, lexeme.hash);
  add(7, lexeme.hash, after);
  add(8, lexeme.prefix);
  add(9, lexeme.suffix2);
  add(10, lexeme.suffix3);
  add(11, lexeme.shape);
  add(12, lexeme.shape, previous?.lexeme.shape ?? EDGE);
  add(13, lexeme.shape, next?.lexeme.shape ?? EDGE);
  add(14, look);
  add(15, tag, look);
  add(16, tag, tagBefore);
  add(17, tag, tagAfter);
  add(18, before, look);
  add(19, after, look);
  add(20, cached(tagHashes, word.dep), look);
  add(21, feature(21, before, previous2?.lexeme.hash ?? EDGE), look);
  add(22, feature(22, after, next2?.lexeme.hash ?? EDGE), look);
  add(23, (word.spaceBefore ? 1 : 0) | (next?.spaceBefore ? 2 : 0) | (word.lineStarts ? 4 : 0), lexeme.shape);
  add(24, previous?.lexeme.shape ?? EDGE, next?.lexeme.shape ?? EDGE);
  add(25, tagAfter, next2 ? cached(tagHashes, next2.tag) : EDGE);
  return n;
}

/** Kinds that describe neighbours well enough to be worth a feature each. */
const CONTEXT_KINDS =
  KIND.honorific |
  KIND.role |
  KIND.organisationWord |
  KIND.placeWord |
  KIND.calendar |
  KIND.firstName |
  KIND.country |
  KIND.demonym;

function addKinds(
  out: Uint32Array,
  from: number,
  { begins, inside }: GazetteerMarks,
  i: number,
  first: number,
  end: number,
  said: number,
  look: number,
): number {
  let n = from;
  const add = (template: number, a: number, b = 0): void => {
    out[n++] = feature(template, a, b);
  };
  const own = begins[i]! | (inside[i]! << 12);
  const before = i > first ? (begins[i - 1]! | inside[i - 1]!) & CONTEXT_KINDS : 0;
  const after = i + 1 < end ? (begins[i + 1]! | inside[i + 1]!) & CONTEXT_KINDS : 0;
  add(60, own);
  add(61, own, look);
  add(62, own, said);
  add(63, before, look);
  add(64, after, look);
  add(65, before, said);
  add(66, after, said);
  add(67, own, before);
  add(68, own, after);
  for (let bit = 0; bit < 11; bit++) {
    if ((begins[i]! >> bit) & 1) add(69, bit, look);
    if ((inside[i]! >> bit) & 1) add(70, bit, look);
  }
  return n;
}

/** Room enough for the features of any word. */
export const MOST_FEATURES = 160;
