import type { TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import { isPurpose, reportingVerbBeside } from './clause-words';
import { hasMark } from './gate-tense';
import type { Tree } from './tree';
import { childrenWith, subtree } from './tree';
import { wordAt } from './words';

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

/** Branches that a long clause can do without, those that go first in front. */
export function spareBranches(tree: Tree, verb: number, time: TokenRange | null): number[] {
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
  const spareBranches = [...clauses, ...nested, ...(hasObject ? preps : preps.slice(0, -1))];
  return [...new Set(spareBranches)].sort((a, b) => b - a);
}

/** Branches that tell something of their own: clauses beside this one, and who says it. */
export function droppedBranches(tree: Tree, verb: number, time: TokenRange | null): number[] {
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
    if (token.dep === 'advcl' && hasMark(tree, child)) return false;
    if (token.dep === 'advcl') return !isPurpose(tree, child) && isSetOff(tree, child) && !holdsTime(child);
    return false;
  });
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
export function withoutAsides(tree: Tree, picked: number[], verb: number, time: TokenRange | null): number[] {
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
    if (holds) continue;
    for (const at of branch) out.add(at);
    const [before, behind] = [(branch[0] ?? index) - 1, (branch.at(-1) ?? index) + 1];
    const ofSubject =
      /^nsubj/.test(tree.tokens[token.head]?.dep ?? '') && !/^[,;–—]$/.test(wordAt(tree, before));
    if (ofSubject && wordAt(tree, behind) === ',') out.add(behind);
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
