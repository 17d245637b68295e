import type { TokenRange } from '../../language/document';
import { childrenWith, isVerb, subtree, type Tree } from '../../language/syntax-tree';

const SUBJECTS = new Set(['nsubj', 'nsubjpass']);
const AGENT = new Set(['agent']);
const OBJECT = new Set(['pobj']);
const PASSIVE = new Set(['auxpass']);
/** A verb without a subject of its own borrows that of the verb above through these. */
const BORROWS = /^(?:conj|xcomp|advcl|pcomp|prep|aux|ccomp|dep)$/;
const MOST_CLIMBS = 6;

export const isPassive = (tree: Tree, verb: number): boolean => childrenWith(tree, verb, PASSIVE).length > 0;

/**
 * Token that heads the words for who does what a verb tells: its subject, the agent of a passive ("was told by X"),
 * the noun that a participle describes ("a statement saying"), or the subject of the verb it hangs on. Null when nobody.
 */
export function doerOf(tree: Tree, verb: number): number | null {
  if (isPassive(tree, verb)) return agentOf(tree, verb);
  let at = verb;
  for (let climbs = 0; climbs < MOST_CLIMBS; climbs++) {
    const subject = nearestSubject(tree, at);
    if (subject !== null) return at !== verb && isPassiveSubject(tree, subject) ? null : subject;
    const token = tree.tokens[at];
    if (!token || token.head === at) return null;
    if (token.dep === 'acl' || token.dep === 'relcl') {
      return token.tag === 'VBN' && at === verb ? agentOf(tree, verb) : token.head;
    }
    if (!isVerb(tree.tokens[token.head])) {
      if (token.dep !== 'pcomp' && token.dep !== 'prep') return null;
    } else if (!BORROWS.test(token.dep)) return null;
    at = token.head;
  }
  return null;
}

const isPassiveSubject = (tree: Tree, token: number): boolean => tree.tokens[token]?.dep === 'nsubjpass';

/** Of two subjects the parser means the one next to the verb; a doubled one lies on the other side. */
function nearestSubject(tree: Tree, verb: number): number | null {
  const all = childrenWith(tree, verb, SUBJECTS);
  return all.filter((subject) => subject < verb).at(-1) ?? all[0] ?? null;
}

function agentOf(tree: Tree, verb: number): number | null {
  const by = childrenWith(tree, verb, AGENT)[0];
  return by === undefined ? null : (childrenWith(tree, by, OBJECT)[0] ?? null);
}

/** What describes the speaker rather than names it. */
const DESCRIBES = /^(?:relcl|appos|acl|advcl|punct|npadvmod|ccomp|parataxis)$/;

/** The words that name the speaker: the phrase under its head without what describes it behind a comma. */
export function speakerPhrase(tree: Tree, head: number): TokenRange {
  const kept = subtree(tree, head, (token, index) => {
    const before = tree.tokens[index - 1]?.text ?? '';
    return DESCRIBES.test(token.dep) || (token.dep === 'prep' && index > head && before === ',');
  });
  const at = kept.indexOf(head);
  let [from, to] = [at, at];
  while (from > 0 && isNear(tree, kept[from - 1]!, kept[from]!)) from--;
  while (to + 1 < kept.length && isNear(tree, kept[to]!, kept[to + 1]!)) to++;
  return { first: kept[from]!, end: kept[to]! + 1 };
}

/** Only hyphens, quotation marks and the like stand between two tokens. */
function isNear(tree: Tree, left: number, right: number): boolean {
  for (let at = left + 1; at < right; at++) {
    const token = tree.tokens[at]!;
    if (token.pos !== 'PUNCT' || token.text === ',') return false;
  }
  return right - left <= 4;
}
