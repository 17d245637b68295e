import type { TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import { borrowedWords, withObject } from './borrowed-words';
import { subjectOf } from './clause';
import { isPurpose, reportingVerbBeside } from './clause-words';
import { isWholeHeadline } from './headline-grammar';
import type { HeadlineSource } from './headline-source';
import { nounHeadline } from './noun-headline';
import { sentenceHeadline } from './sentence-headline';
import { removableTime } from './time-phrase';
import { childrenWith, subtree, type Tree } from './tree';
import { capitalised, renderTokens, wordAt } from './words';

/** Characters that a headline has if what it can do without is left out; only a clause that needs them has more. */
export const HEADLINE_LIMIT = 150;

const NEEDED = new Set([
  'dobj',
  'attr',
  'acomp',
  'oprd',
  'dative',
  'xcomp',
  'ccomp',
  'prt',
  'agent',
  'nsubj',
  'nsubjpass',
  'expl',
  'csubj',
]);
const DISCOURSE =
  /^(?:however|meanwhile|still|also|but|and|so|then|instead|moreover|furthermore|nevertheless|nonetheless|therefore|thus|indeed|besides|additionally|in|for|yet|or|plus|similarly|likewise|finally|overall|again|well|oh)$/;

/**
 * A headline in the article's own words and order: the clause of the verb, with all the verb needs. Clauses beside it
 * go at their borders, asides between commas go whole, the date's words go whole or stay. Where no such clause reads
 * alone, the sentence itself. Null where not even that tells anything.
 */
export function headlineOf(source: HeadlineSource): string | null {
  const { tree, head } = source;
  if (head.kind === 'noun') {
    const isSubject = /^nsubj/.test(tree.tokens[head.token]?.dep ?? '');
    return (
      nounHeadline(tree, head.token) ??
      (isSubject ? sentenceHeadline(tree, source.sentence, source.sentence.end - 1, HEADLINE_LIMIT) : null)
    );
  }
  const text = clauseHeadline(source);
  if (text !== null && isWholeHeadline(text)) return capitalised(text);
  return sentenceHeadline(
    tree,
    source.sentence,
    Math.max(head.token, (source.time?.end ?? 0) - 1),
    HEADLINE_LIMIT,
  );
}

function clauseHeadline(source: HeadlineSource): string | null {
  const { tree, head, time, names, sentence } = source;
  const verb = head.token;
  const subject = subjectOf(tree, verb);
  if (!subject) return null;
  const hidden = time && removableTime(tree, time, verb);
  const dropped = new Set(droppedBranches(tree, verb, time));
  const borrowed = borrowedWords(source, subject);
  if (borrowed === null) return null;
  const { opening, object } = borrowed;
  const isShown = (index: number): boolean =>
    index >= sentence.first &&
    index < sentence.end &&
    !(hidden && index >= hidden.first && index < hidden.end);
  const render = (without: ReadonlySet<number>): string => {
    const branch = subtree(tree, verb, (_, index) => without.has(index)).filter(isShown);
    const plain = withoutAsides(tree, branch, verb, time);
    const filled =
      opening === '' && !object ? withoutGaps(tree, plain, sentence, hidden, without, verb) : plain;
    const picked = withoutOpeners(tree, withoutTornStart(tree, filled, sentence, hidden));
    if (opening === '' && startsWithVerb(tree, picked)) return '';
    const own = object
      ? withObject(tree, picked, object, names)
      : renderTokens(tree, picked, names, bordersOf(tree, verb));
    return opening === '' ? own : `${opening} ${withSmallStart(tree, picked, own)}`;
  };
  return shortened(tree, verb, dropped, time, render);
}

/** Leaves out, from the end, what the clause can do without, until it is short enough. */
function shortened(
  tree: Tree,
  verb: number,
  dropped: Set<number>,
  time: TokenRange | null,
  render: (without: ReadonlySet<number>) => string,
): string {
  let text = render(dropped);
  for (const branch of spareBranches(tree, verb, time)) {
    if (text.length <= HEADLINE_LIMIT) break;
    dropped.add(branch);
    text = render(dropped);
  }
  return text;
}

/** Branches that a long clause can do without, those that go first in front. */
function spareBranches(tree: Tree, verb: number, time: TokenRange | null): number[] {
  const holdsTime = (root: number): boolean =>
    time !== null && subtree(tree, root).some((index) => index >= time.first && index < time.end);
  const spare = (deps: string[], root: number): number[] =>
    childrenWith(tree, root, new Set(deps))
      .filter((child) => child > root && !holdsTime(child))
      .reverse();
  const clauses = spare(['advcl'], verb);
  const preps = spare(['prep'], verb);
  const hasObject = childrenWith(tree, verb, NEEDED).some((child) => child > verb);
  const nested = childrenWith(
    tree,
    verb,
    new Set(['dobj', 'attr', 'nsubj', 'nsubjpass', 'prep', 'agent', 'xcomp']),
  ).flatMap((child) =>
    subtree(tree, child)
      .filter((index) => /^(?:relcl|advcl)$/.test(tree.tokens[index]?.dep ?? '') && !holdsTime(index))
      .reverse(),
  );
  return [...clauses, ...nested, ...(hasObject ? preps : preps.slice(0, -1))];
}

/** Branches that tell something of their own: clauses beside this one, and who says it. */
function droppedBranches(tree: Tree, verb: number, time: TokenRange | null): number[] {
  const holdsTime = (root: number): boolean =>
    time !== null && subtree(tree, root).some((index) => index >= time.first && index < time.end);
  return (tree.children[verb] ?? []).filter((child) => {
    const token = tree.tokens[child];
    if (!token) return false;
    if (token.dep === 'cc' || token.dep === 'preconj') return !sharesObject(tree, verb);
    if (token.dep === 'conj') return !sharesObject(tree, verb) && !holdsTime(child);
    if (token.dep === 'mark' || token.dep === 'intj') return true;
    if (child < verb && /^(?:when|where|why|how)$/.test(wordAt(tree, child))) return true;
    if (/^(?:who|which|that)$/.test(wordAt(tree, child)) && tree.tokens[verb]?.dep === 'relcl') return true;
    if (token.lemma.toLowerCase() === 'accord') return !holdsTime(child);
    if (token.dep === 'parataxis' || token.dep === 'ccomp') return child === reportingVerbBeside(tree, verb);
    if (token.dep === 'advcl') return !isPurpose(tree, child) && isSetOff(tree, child) && !holdsTime(child);
    return false;
  });
}

const BORDER = /^[,;:–—()[\]“”"-]+$/;
const CONJUNCTION = /^(?:and|but|or)$/;
const CLAUSE_WORD =
  /^(?:and|but|or|nor|that|which|who|whom|when|while|where|because|although|though|as|after|before|since|if|unless|until)$/;

/**
 * Puts back what the parser hung elsewhere: words between two that are shown may only be missing from one border of a
 * clause or aside to another, and those before the first only up to a border.
 */
function withoutGaps(
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
    const goesOn = /^(?:and|or|nor)$/.test(wordAt(tree, index)) && gap.some((at) => !isHidden(at));
    const joins = gap.length > 0 && CONJUNCTION.test(wordAt(tree, gap[0] ?? -1)) && !isHidden(gap[0] ?? -1);
    if (joins && !isBorder(gap.at(-1) ?? -1) && !isBorder(index) && index > keep) return filled;
    if ((!opens || goesOn) && gap.length > 0) filled.push(...gap.filter((at) => !isHidden(at)));
    filled.push(index);
    previous = index;
  }
  return filled;
}

/** What is left of a clause before this one, up to the comma: "(As Feng reports) for NPR, the first cases came to light". */
function withoutTornStart(
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

/** A clause that would begin with its verb has lost its subject. */
function startsWithVerb(tree: Tree, picked: readonly number[]): boolean {
  return /^(?:VBD|VBZ|VBP|MD)$/.test(tree.tokens[picked[0] ?? -1]?.tag ?? '');
}

/** Behind words put before it, a clause that opened its sentence begins with a small letter. */
function withSmallStart(tree: Tree, picked: readonly number[], text: string): string {
  const first = tree.tokens[picked[0] ?? -1];
  return first && isVerb(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
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

/** The first token behind the nearest border before the first one picked. */
function firstToFill(first: number, sentence: TokenRange, isBorder: (index: number) => boolean): number {
  let at = first;
  while (at > sentence.first && !isBorder(at - 1)) at--;
  return at;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Commas between what is said and who says it stay, whatever is left out beside them. */
function bordersOf(tree: Tree, verb: number): ReadonlySet<number> {
  const said = childrenWith(tree, verb, new Set(['ccomp'])).find((child) => child < verb);
  const commas = (tree.children[verb] ?? []).filter(
    (child) => said !== undefined && child > said && child < verb && wordAt(tree, child) === ',',
  );
  return new Set(commas.slice(-1));
}

/** "found and arrested him": the object stands with the second verb, which then has to stay. */
function sharesObject(tree: Tree, verb: number): boolean {
  const next = childrenWith(tree, verb, new Set(['conj']))[0];
  if (next === undefined || !isVerb(tree.tokens[next])) return next !== undefined;
  const own = childrenWith(tree, verb, NEEDED).some((child) => child > verb && child < next);
  const its = childrenWith(tree, next, new Set(['dobj'])).length > 0;
  return !own && its && next - verb <= 3;
}

/** A clause with a comma between it and the verb's own words. */
function isSetOff(tree: Tree, root: number): boolean {
  const words = subtree(tree, root);
  const [first = root, last = root] = [words[0], words.at(-1)];
  return /^[,;–—]$/.test(wordAt(tree, first - 1)) || /^[,;–—]$/.test(wordAt(tree, last + 1));
}

/** Without appositions, relative clauses and brackets that commas set off, unless the verb or its time stands there. */
function withoutAsides(tree: Tree, picked: number[], verb: number, time: TokenRange | null): number[] {
  const out = new Set<number>();
  for (const index of picked) {
    const token = tree.tokens[index];
    if (!token || index === verb || out.has(index)) continue;
    const aside =
      (/^(?:relcl|acl|advcl)$/.test(token.dep) && token.head !== verb && isSetOff(tree, index)) ||
      (token.dep === 'appos' && isSetOff(tree, index) && index > token.head) ||
      token.dep === 'parataxis';
    if (!aside) continue;
    const branch = subtree(tree, index);
    const holds = branch.some((at) => at === verb || (time !== null && at >= time.first && at < time.end));
    if (!holds) for (const at of branch) out.add(at);
  }
  return withoutBrackets(
    tree,
    picked.filter((index) => !out.has(index)),
    time,
  );
}

function withoutBrackets(tree: Tree, picked: number[], time: TokenRange | null): number[] {
  const open = picked.findIndex((index) => tree.tokens[index]?.text === '(');
  const close = picked.findIndex((index, at) => at > open && tree.tokens[index]?.text === ')');
  if (open === -1 || close === -1) return picked;
  const inside = picked.slice(open, close + 1);
  if (time && inside.some((index) => index >= time.first && index < time.end)) return picked;
  return withoutBrackets(tree, [...picked.slice(0, open), ...picked.slice(close + 1)], time);
}

/** Without "But", "However,", "Meanwhile," and the like before the clause. */
function withoutOpeners(tree: Tree, picked: number[]): number[] {
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
