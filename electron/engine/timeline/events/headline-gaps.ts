import type { TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import type { Tree } from './tree';
import { childrenWith } from './tree';
import { wordAt } from './words';

const DISCOURSE =
  /^(?:however|meanwhile|still|also|but|and|so|then|instead|moreover|furthermore|nevertheless|nonetheless|therefore|thus|indeed|besides|additionally|in|for|yet|or|plus|similarly|likewise|finally|overall|again|well|oh)$/;

const BORDER = /^[,;:–—()[\]“”"-]+$/;

const CONJUNCTION = /^(?:and|but|or)$/;

const CLAUSE_WORD =
  /^(?:and|but|or|nor|that|which|who|whom|when|while|where|because|although|though|as|after|before|since|if|unless|until)$/;

/**
 * Puts back what the parser hung elsewhere: words between two that are shown may only be missing from one border of a
 * clause or aside to another, and those before the first only up to a border.
 */
export function withoutGaps(
  tree: Tree,
  picked: readonly number[],
  sentence: TokenRange,
  hidden: TokenRange | null,
  dropped: ReadonlySet<number>,
  keep: number,
): number[] {
  const isHidden = (index: number): boolean => hidden !== null && index >= hidden.first && index < hidden.end;
  const isBorder = (index: number): boolean =>
    BORDER.test(wordAt(tree, index)) ||
    CLAUSE_WORD.test(wordAt(tree, index)) ||
    isHidden(index) ||
    dropped.has(index);
  const filled: number[] = [];
  const above = new Set(verbsAbove(tree, keep));
  let previous =
    firstToFill(picked[0] ?? sentence.first, sentence, (index) => isBorder(index) || above.has(index)) - 1;
  for (const index of picked) {
    const gap = range(previous + 1, index);
    const opens =
      gap[0] === undefined || isBorder(gap[0]) || (previous >= 0 && BORDER.test(wordAt(tree, previous)));
    const joint = wordAt(tree, index) === ',' ? index + 1 : index;
    const isTorn = CONJUNCTION.test(lastWord(tree, gap));
    const goesOn =
      (isTorn || /^(?:and|or|nor)$/.test(wordAt(tree, joint))) && gap.some((at) => !isHidden(at));
    const joins = gap.length > 0 && CONJUNCTION.test(wordAt(tree, gap[0] ?? -1)) && !isHidden(gap[0] ?? -1);
    const closes =
      gap.length === 0 ||
      gap.every(isHidden) ||
      isBorder(gap.at(-1) ?? -1) ||
      isBorder(index) ||
      index === keep ||
      (tree.tokens[index]?.head === keep && /^(?:aux|auxpass|neg)$/.test(tree.tokens[index]?.dep ?? ''));
    if (joins && !closes && index > keep) return filled;
    if ((!opens || goesOn || !closes) && gap.length > 0) filled.push(...gap.filter((at) => !isHidden(at)));
    filled.push(index);
    previous = index;
  }
  return filled;
}

/** What is left of a clause before this one, up to the comma: "(As Feng reports) for NPR, the first cases came to light". */
export function withoutTornStart(
  tree: Tree,
  picked: number[],
  sentence: TokenRange,
  hidden: TokenRange | null,
): number[] {
  const first = picked[0] ?? 0;
  const before = first - 1;
  const dateline = datelineEnd(tree, picked);
  if (dateline > 0) return picked.slice(dateline);
  const isTorn =
    before >= sentence.first &&
    !BORDER.test(wordAt(tree, before)) &&
    !CLAUSE_WORD.test(wordAt(tree, before)) &&
    !(hidden && before >= hidden.first && before < hidden.end);
  const comma = picked.findIndex((index) => wordAt(tree, index) === ',');
  const hasVerb = picked.slice(0, comma).some((index) => isVerb(tree.tokens[index]));
  return isTorn && comma > 0 && !hasVerb ? picked.slice(comma + 1) : picked;
}

/** Words of a dateline before a clause: "SAN FRANCISCO (AP) —". 0 where there is none. */
function datelineEnd(tree: Tree, picked: readonly number[]): number {
  for (let at = 1; at < Math.min(picked.length, 10); at++) {
    const word = tree.tokens[picked[at] ?? -1]?.text ?? '';
    if (/^[—–]|^-+$/.test(word)) {
      const before = picked.slice(0, at).map((index) => tree.tokens[index]?.text ?? '');
      const isPlace =
        before.every((text) => !/^\p{Ll}/u.test(text)) &&
        before.some((text) => /^\p{Lu}{3,}$|^\($/u.test(text));
      return isPlace ? at + 1 : 0;
    }
  }
  return 0;
}

const isHyphen = (tree: Tree, index: number): boolean =>
  /^[-‐‑]$/.test(wordAt(tree, index)) &&
  !tree.tokens[index]?.spaceAfter &&
  !tree.tokens[index - 1]?.spaceAfter;

/** With the rest of every word that a hyphen joins, wherever the parser hung its parts: "re-opened". */
export function withWholeWords(tree: Tree, picked: number[], { first, end }: TokenRange): number[] {
  if (!/[-‐‑]/.test(tree.parsed.text)) return picked;
  const all = new Set(picked);
  for (const index of picked) {
    let [from, to] = [index, index];
    while (from - 2 >= first && isHyphen(tree, from - 1)) from -= 2;
    while (to + 2 < end && isHyphen(tree, to + 1)) to += 2;
    if (isHyphen(tree, index)) [from, to] = [Math.max(first, from - 1), Math.min(end - 1, to + 1)];
    for (let at = from; at <= to; at++) all.add(at);
  }
  return all.size === picked.length ? picked : [...all].sort((a, b) => a - b);
}

/** Without marks before the first word, which belong to what went before. */
export function withoutEdges(tree: Tree, picked: number[]): number[] {
  let from = 0;
  while (from < picked.length && /^[,;:.–—-]+$/.test(wordAt(tree, picked[from] ?? -1))) from++;
  return picked.slice(from);
}

/** Verbs of the clauses that this one hangs on. */
function verbsAbove(tree: Tree, verb: number): number[] {
  const above: number[] = [];
  for (let at = tree.tokens[verb]?.head ?? verb; above.length < 12; at = tree.tokens[at]?.head ?? at) {
    if (at === verb || above.at(-1) === at) break;
    above.push(at);
  }
  return above.filter((index) => isVerb(tree.tokens[index]));
}

/** The last word of a gap, marks passed over: "and" in "(, summarize content and —) adapt". */
function lastWord(tree: Tree, gap: readonly number[]): string {
  const last = gap.filter((index) => /\p{L}/u.test(wordAt(tree, index))).at(-1);
  return last === undefined || gap.length === 1 ? '' : wordAt(tree, last);
}

/** The first token behind the nearest border before the first one picked. */
function firstToFill(first: number, sentence: TokenRange, isBorder: (index: number) => boolean): number {
  let at = first;
  while (at > sentence.first && !isBorder(at - 1)) at--;
  return at;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Commas between what is said and who says it stay, and one of two round a time before the subject, whatever is left out. */
export function bordersOf(tree: Tree, verb: number, hidden: TokenRange | null): ReadonlySet<number> {
  const said = childrenWith(tree, verb, new Set(['ccomp'])).find((child) => child < verb);
  const commas = (tree.children[verb] ?? []).filter(
    (child) => said !== undefined && child > said && child < verb && wordAt(tree, child) === ',',
  );
  const isFronted =
    hidden !== null &&
    hidden.end < verb &&
    wordAt(tree, hidden.end) === ',' &&
    wordAt(tree, hidden.first - 1) === ',';
  return new Set([...commas.slice(-1), ...(isFronted && hidden ? [hidden.end] : [])]);
}

/** Without "But", "However,", "Meanwhile," and the like before the clause. */
export function withoutOpeners(tree: Tree, picked: number[]): number[] {
  let from = 0;
  while (from < picked.length) {
    const index = picked[from] ?? 0;
    const next = picked[from + 1] ?? -1;
    const word = wordAt(tree, index);
    const token = tree.tokens[index];
    const comma = wordAt(tree, next) === ',';
    const opener =
      /^[,;:–—.•-]$/.test(word) ||
      (token?.dep === 'cc' && /^(?:and|but|or|nor|yet|so|plus)$/.test(word)) ||
      (DISCOURSE.test(word) && comma && next === index + 1) ||
      (/^(?:however|meanwhile|still|thus|also|then|but|and|so)$/.test(word) && token?.dep === 'advmod');
    if (!opener) break;
    from++;
  }
  return picked.slice(from);
}
