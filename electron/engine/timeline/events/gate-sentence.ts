import type { TokenRange } from '../../language/document';
import { PUBLICATION } from '../resolution';
import { auxiliaries, isVerb } from '../tense';
import { subjectOf } from './clause';
import type { GateQuestion } from './gate-question';
import { rootOfSentence, SUBJECTS } from './gate-question';
import { quotedTokens } from './quotes';
import type { Tree } from './tree';
import { childrenWith } from './tree';
import { wordAt } from './words';

export function isQuestion({ tree, sentence }: GateQuestion): boolean {
  for (let at = sentence.end - 1; at >= sentence.first; at--) {
    const text = tree.tokens[at]?.text.trim() ?? '';
    if (text === '?') return true;
    if (/[\p{L}\d.!]/u.test(text)) return false;
  }
  return false;
}

/** "to draw buyers and clear out stock": the "to" stands with the first verb. */
function leadsWithTo(tree: Tree, verb: number): boolean {
  return (tree.children[verb] ?? []).some((child) => tree.tokens[child]?.tag === 'TO');
}

/** A participle or infinitive that nothing finite leads: "photos filling accounts in 2024". */
export function isUnfinished({ tree, head }: GateQuestion): boolean {
  const token = tree.tokens[head.token];
  if (
    token?.lemma.toLowerCase() === 'do' &&
    childrenWith(tree, head.token, new Set(['dobj', 'attr'])).length === 0
  )
    return true;
  if (token?.tag !== 'VBG' && token?.tag !== 'VB') return false;
  if (auxiliaries(tree.parsed, tree.children, head.token).length > 0) return false;
  if (token.dep === 'conj' && leadsWithTo(tree, token.head)) return true;
  return token.tag === 'VBG' || childrenWith(tree, head.token, SUBJECTS).length > 0;
}

/** Words without a finite verb, or a thing with what is said of it: a title, a source, an entry of a list. */
export function isFragment({ tree, sentence, head }: GateQuestion): boolean {
  let hasFiniteVerb = false;
  for (let at = sentence.first; at < sentence.end; at++) {
    const token = tree.tokens[at];
    if (!token) continue;
    const isRootPast =
      token.tag === 'VBN' && token.dep === 'ROOT' && childrenWith(tree, at, SUBJECTS).length > 0;
    if (isRootPast || /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag)) hasFiniteVerb = true;
  }
  if (!hasFiniteVerb) return true;
  const root = tree.tokens[rootOfSentence(tree, sentence)];
  return head.kind === 'verb' && /^(?:relcl|acl)$/.test(tree.tokens[head.token]?.dep ?? '') && !isVerb(root);
}

/** "the people who lived in Scotland": a clause that only says who is meant. */
export function describesAnybody({ tree, head }: GateQuestion): boolean {
  const token = tree.tokens[head.token];
  return (
    token?.dep === 'relcl' &&
    /^(?:people|those|anyone|someone|everyone|things?|one|ones|person)$/.test(wordAt(tree, token.head))
  );
}

/** "Last week I decided to ...": the writer's own days, counted from the day of writing; in a quotation they are a witness's. */
export function isDiary({ tree, head, sentence, resolution }: GateQuestion): boolean {
  const subject = subjectOf(tree, head.token);
  const { anchor } = resolution;
  if (subject === null || !(anchor?.index === PUBLICATION || anchor?.viaPublication)) return false;
  const owner = childrenWith(tree, subject.token, new Set(['poss'])).some((child) =>
    /^(?:my|our)$/.test(wordAt(tree, child)),
  );
  const isOwn = owner || /^(?:i|we)$/.test(wordAt(tree, subject.token));
  return isOwn && !quotedTokens(tree, sentence).has(head.token);
}

const OF_ITSELF =
  /\bin this (?:blog post|blog|post|article|guide|video|tutorial|roundup|review)\b|^The post .{1,200} appeared first on /i;

/** "This page was last updated in May", "The post ... appeared first on": a page speaks of itself. */
export function tellsOfPage({ tree, head, sentence }: GateQuestion): boolean {
  const [first, last] = [tree.tokens[sentence.first], tree.tokens[sentence.end - 1]];
  if (OF_ITSELF.test(tree.parsed.text.slice(first?.start ?? 0, last?.end ?? 0))) return true;
  if (
    !/^(?:publish|update|review|write|post|edit|appear|revise|check|test|modify)$/.test(
      tree.tokens[head.token]?.lemma ?? '',
    )
  )
    return false;
  const subject = subjectOf(tree, head.token);
  return (
    subject !== null &&
    /^(?:post|article|page|story|guide|site|blog|review|list|version|piece|content|newsletter)$/.test(
      wordAt(tree, subject.token),
    ) &&
    childrenWith(tree, subject.token, new Set(['det'])).some(
      (child) => wordAt(tree, child) === 'this' || wordAt(tree, child) === 'the',
    )
  );
}

/** "you", "your", "let's", or a command, outside quotations. */
export function addressesReader({ tree, sentence, head }: GateQuestion): boolean {
  const quoted = quotedTokens(tree, sentence);
  for (let at = sentence.first; at < sentence.end; at++) {
    if (quoted.has(at)) continue;
    if (/^(?:you|your|yours|yourself|let's|y'all)$/.test(wordAt(tree, at))) return true;
  }
  if (head.kind === 'verb' && isCommand(tree, head.token)) return true;
  return isCommand(tree, rootOfSentence(tree, sentence)) || opensWithCommand(tree, sentence);
}

/** "Get started today": a bare verb is the first word, and nobody does it. */
function opensWithCommand(tree: Tree, { first, end }: TokenRange): boolean {
  let at = first;
  while (at < end && !/\p{L}/u.test(tree.tokens[at]?.text ?? '')) at++;
  const token = tree.tokens[at];
  if (token?.tag !== 'VB' && token?.tag !== 'VBP') return false;
  const hasSubject = childrenWith(tree, at, SUBJECTS).length > 0;
  return (
    !hasSubject && (token.dep === 'ROOT' || /^aux/.test(token.dep) || tree.tokens[token.head]?.dep === 'ROOT')
  );
}

/** A bare verb with no subject: "Book by Friday", "Please call on Monday". */
function isCommand(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  if (token?.tag !== 'VB' || token.dep !== 'ROOT') return false;
  const aux = auxiliaries(tree.parsed, tree.children, verb).filter((word) => word.lemma !== 'do');
  return aux.length === 0 && childrenWith(tree, verb, SUBJECTS).length === 0;
}

/** "it was in 1990", "that is why": a pronoun that points elsewhere, and nothing done. */
export function isBareCopula({ tree, head }: GateQuestion): boolean {
  if (!/^(?:is|are|was|were|be|been|['’](?:s|re|m))$/.test(wordAt(tree, head.token))) return false;
  const subject = subjectOf(tree, head.token);
  return (
    subject !== null &&
    /^(?:it|this|that|these|those|which|what|here|they|everything|all)$/.test(wordAt(tree, subject.token))
  );
}
