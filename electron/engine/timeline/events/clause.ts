import type { Token, TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import type { EventHead } from './locate';
import { childrenWith, subtree, type Tree } from './tree';

const SUBJECTS = new Set(['nsubj', 'nsubjpass', 'csubj', 'csubjpass', 'expl']);
/** Clauses that tell something of their own and so do not belong to the words of the clause they hang on. */
const OTHER_CLAUSES = new Set(['relcl', 'conj', 'parataxis', 'ccomp', 'advcl']);
const RELATIVE_PRONOUNS = new Set(['who', 'whom', 'which', 'that']);

/** A subject and where it was found. `borrowed`: it stands outside the clause, with the verb above it. */
export interface Subject {
  token: number;
  borrowed: boolean;
}

/** The subject of a verb; a clause without one borrows that of the clause it continues. */
export function subjectOf(tree: Tree, verb: number): Subject | null {
  let at = verb;
  for (let climbs = 0; climbs < 6; climbs++) {
    const own = nearestSubject(tree, at);
    if (own !== undefined) return resolveRelative(tree, at, own, at !== verb);
    const token = tree.tokens[at];
    if (!token || token.head === at) return null;
    const head = tree.tokens[token.head];
    if (token.dep === 'relcl' || token.dep === 'acl') return { token: token.head, borrowed: true };
    if (!isVerb(head) || !/^(?:conj|xcomp|advcl|ccomp|pcomp|prep|aux)$/.test(token.dep)) return null;
    if (token.dep === 'ccomp' && token.tag !== 'VB' && token.tag !== 'VBG') return null;
    at = token.head;
  }
  return null;
}

/** Of two subjects ("The carmaker General Motors said") the parser means the one next to the verb. */
function nearestSubject(tree: Tree, verb: number): number | undefined {
  const all = childrenWith(tree, verb, SUBJECTS);
  return all.filter((subject) => subject < verb).at(-1) ?? all[0];
}

/** "who", "which": the noun that the relative clause describes. */
function resolveRelative(tree: Tree, verb: number, subject: number, borrowed: boolean): Subject {
  const token = tree.tokens[verb];
  const relative = RELATIVE_PRONOUNS.has(tree.tokens[subject]?.text.toLowerCase() ?? '');
  if (relative && token && token.dep === 'relcl') return { token: token.head, borrowed: true };
  return { token: subject, borrowed };
}

/** Words of the clause: the verb's own tree without other clauses, as one stretch of tokens. */
export function clauseRange(tree: Tree, head: EventHead, sentence: TokenRange): TokenRange {
  const isOther = (token: Token): boolean => OTHER_CLAUSES.has(token.dep) && isVerb(token);
  const all = subtree(tree, head.token, (token, index) => isOther(token) && !isPurpose(tree, token, index));
  const words = all.filter((index) => index >= sentence.first && index < sentence.end);
  let first = words[0] ?? head.token;
  let last = words.at(-1) ?? head.token;
  while (first < last && tree.tokens[first]?.pos === 'PUNCT') first++;
  while (last > first && tree.tokens[last]?.pos === 'PUNCT') last--;
  return { first, end: last + 1 };
}

/** An infinitive behind its verb: "to discuss Syria". It belongs to the clause it gives the purpose of. */
function isPurpose(tree: Tree, token: Token, index: number): boolean {
  return (
    token.dep === 'advcl' &&
    index > token.head &&
    (tree.children[index] ?? []).some((child) => tree.tokens[child]?.tag === 'TO')
  );
}

/**
 * The verb whose clause tells the event: an infinitive or bare participle is told by the verb above it ("expects to
 * close the sale", "retreated, beginning on Monday").
 */
export function tellingHead(tree: Tree, head: EventHead): EventHead {
  let at = head.token;
  for (let climbs = 0; climbs < 4 && head.kind === 'verb'; climbs++) {
    const token = tree.tokens[at];
    const above = token && tree.tokens[token.head];
    if (!token || !above || token.head === at || !isVerb(above)) break;
    const infinitive = (tree.children[at] ?? []).some((child) => tree.tokens[child]?.tag === 'TO');
    const participle = token.tag === 'VBG' && /^(?:advcl|prep|pcomp|xcomp)$/.test(token.dep);
    if (
      !(infinitive && /^(?:xcomp|ccomp|advcl)$/.test(token.dep)) &&
      !(participle && !hasAuxiliary(tree, at))
    )
      break;
    at = token.head;
  }
  return { ...head, token: at };
}

function hasAuxiliary(tree: Tree, verb: number): boolean {
  return (tree.children[verb] ?? []).some((child) => /^aux/.test(tree.tokens[child]?.dep ?? ''));
}
