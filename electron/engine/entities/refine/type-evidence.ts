import nameWords from '../../data/name-words.json';
import type { TaggerInput } from '../features';
import { type NameSpan, OTHER_TYPES } from '../name-span';
import { CLASSES } from '../statistics';
import type { Word } from '../words';
import { listsOfNames } from './lists';

/** One mention says no more against a class than this, so that a single sure one does not outweigh all others. */
export const LEAST = -6;

/** What quotation marks round the whole of a name of several words add to its being a work (natural log). */
const QUOTED = 2;
/** What a last word that tells the type adds to its class (natural log). Both chosen on the held ordinary pages. */
const HEAD = 4;
/** What the mean view of a list's other names weighs for each of its names: things of one kind are listed together. */
const LISTED = 0.3;

const SITES = new Set(nameWords.siteHeads);
const BODIES = new Set(nameWords.bodyHeads);

/** Sums of log shares over all mentions of a spelling; changed in place. */
export interface SpellingSums {
  /** For each spelling one sum for each of CLASSES. */
  classes: Map<string, number[]>;
  /** The same for OTHER_TYPES, where the encoder saw it. */
  others: Map<string, number[]>;
}

/** Adds to what tagger and encoder think of each spelling what lists, quotation marks and last words say of its type. */
export function hearTheArticle(
  spans: readonly NameSpan[],
  keys: readonly string[],
  { document: { words } }: TaggerInput,
  sums: SpellingSums,
): void {
  const lists = listsOfNames(spans, words);
  hearNeighbours(lists, keys, sums.classes);
  hearNeighbours(lists, keys, sums.others);
  for (const [i, span] of spans.entries()) {
    const classes = sums.classes.get(keys[i]!)!;
    if (isQuoted(span, words)) {
      classes[CLASSES.indexOf('MISC')]! += QUOTED;
      const others = sums.others.get(keys[i]!);
      if (others) others[OTHER_TYPES.indexOf('WRK')]! += QUOTED;
    }
    hearHead(classes, span, words);
    hearNouns(classes, sums.others.get(keys[i]!), span, words);
    if (hasArticle(span, words)) classes[CLASSES.indexOf('PER')]! -= WITH_ARTICLE;
  }
}

function isQuoted({ first, end }: NameSpan, words: readonly Word[]): boolean {
  const before = words[first - 1];
  const after = words[end];
  if (end - first < 2 || !before || !after || words[first]!.spaceBefore) return false;
  return /^[“"‘'«]$/.test(before.lexeme.text) && /^[”"’'»,.]/.test(after.lexeme.text);
}

/** What "the" straight before a name takes from its being a person (natural log). */
const WITH_ARTICLE = 2;

/** "The Grey Heron left": persons of several names go without an article, unless another noun follows. */
function hasArticle({ first, end }: NameSpan, words: readonly Word[]): boolean {
  if (end - first < 2 || words[first - 1]?.lexeme.lower !== 'the') return false;
  return words[first - 1]!.block === words[first]!.block && !/^NN/.test(words[end]?.tag ?? '');
}

/** The last word of a name of several tells its type ("Polk Street", "Yosemite Falls", "Liquid Lab"). */
function hearHead(sum: number[], { first, end, type }: NameSpan, words: readonly Word[]): void {
  if (end - first < 2) return;
  const head = words[end - 1]!.lexeme.lower;
  if (SITES.has(head) && type !== 'PER') sum[CLASSES.indexOf('LOC')]! += HEAD;
  if (BODIES.has(head) && type !== 'PER') sum[CLASSES.indexOf('ORG')]! += HEAD;
}

/** Nouns that stand beside names of one class: "e-commerce giant Alibaba", "Alibaba shares", "the Rukban camp". */
const NOUNS = (
  [
    ['ORG', nameWords.organisationNeighbours],
    ['LOC', nameWords.placeNeighbours],
    ['MISC', nameWords.productNeighbours],
  ] as const
).map(([type, { before, after }]) => ({
  at: CLASSES.indexOf(type),
  before: new Set(before),
  after: new Set(after),
}));
/** What such a noun adds to its class for each mention (natural log). */
const NOUN = 1.5;
/** The same where the noun is what the name is said to be; as much as a last word that tells the type. */
const SAID = HEAD;

function hearNouns(
  sum: number[],
  others: number[] | undefined,
  { first, end }: NameSpan,
  words: readonly Word[],
): void {
  const word = words[first]!;
  const nounAt = (i: number): string => {
    const near = words[i];
    return near && near.sentence === word.sentence && near.block === word.block ? near.lexeme.text : '';
  };
  const [before, after] = [nounAt(first - 1), nounAt(end)];
  const of = before === 'of' ? nounAt(first - 2) : '';
  const said = apposition(end, words);
  for (const { at, before: leading, after: following } of NOUNS) {
    const place = at === CLASSES.indexOf('LOC');
    const led = leading.has(before) || (place && leading.has(of));
    if (led || following.has(after)) sum[at]! += NOUN;
    if (!leading.has(said)) continue;
    sum[at]! += SAID;
    if (others && at === CLASSES.indexOf('MISC')) others[OTHER_TYPES.indexOf('PRO')]! += SAID;
  }
}

/** Words that the noun behind a name's comma may have before it. */
const LONGEST_APPOSITION = 6;

/** The noun that says what a name is, behind a comma: "ship" in "the Grey Heron, a battery ship built in Norway". */
function apposition(end: number, words: readonly Word[]): string {
  const block = words[end]?.block;
  if (words[end]?.lexeme.text !== ',' || words[end + 1]?.tag !== 'DT') return '';
  let noun = '';
  for (const { tag, lexeme, block: own } of words.slice(end + 2, end + 2 + LONGEST_APPOSITION)) {
    if (own !== block || !/^(?:NNS?|JJ[RS]?|CD|HYPH|VBN|VBG|RB)$/.test(tag)) break;
    if (/^NNS?$/.test(tag)) noun = lexeme.lower;
    else if (noun !== '' && tag !== 'HYPH') break;
  }
  return noun;
}

/** Adds to each name in a list what the article thinks of the names beside it. */
function hearNeighbours(
  lists: readonly number[][],
  keys: readonly string[],
  sums: Map<string, number[]>,
): void {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const own = new Map([...sums].map(([key, sum]) => [key, shares(sum, counts.get(key)!)]));
  for (const list of lists) {
    const listed = new Set(list.map((i) => keys[i]!).filter((key) => own.has(key)));
    if (listed.size < 2) continue;
    const total = [...listed].reduce<number[]>((sum, key) => plus(sum, own.get(key)!), []);
    for (const key of listed) {
      const sum = sums.get(key)!;
      for (const [c, value] of own.get(key)!.entries())
        sum[c]! += (LISTED * (total[c]! - value)) / (listed.size - 1);
    }
  }
}

const plus = (a: readonly number[], b: readonly number[]): number[] =>
  b.map((value, i) => value + (a[i] ?? 0));

/** The mean log share of each class over a name's mentions, none below LEAST behind the best. */
function shares(sum: readonly number[], count: number): number[] {
  const most = Math.max(...sum);
  return sum.map((value) => Math.max((value - most) / count, LEAST));
}
