import table from '../../data/event-words.json';
import type { TokenRange } from '../../language/document';
import { auxiliaries, isVerb } from '../tense';
import { subjectOf } from './clause';
import type { Tree } from './tree';

const notEvents = new Set(table.notEvents);
const reporting = new Set(table.reporting);
const CLAUSES = /^(?:ROOT|conj|ccomp|parataxis)$/;

/** What happened: simple past, or a perfect, or "says"; not "would", not "is said to". */
function isPast(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb];
  const aux = auxiliaries(tree.parsed, tree.children, verb);
  if (aux.some((word) => word.tag === 'MD' || word.tag === 'TO')) return false;
  if (
    /^VB[ZP]$/.test(token?.tag ?? '') &&
    token &&
    aux.length === 0 &&
    reporting.has(token.lemma.toLowerCase())
  )
    return true;
  return token?.tag === 'VBD' || aux.some((word) => word.lemma === 'have' || word.tag === 'VBD');
}

/** "Airbus announces job cuts", "Test flight delayed": a first line without a full stop tells the past in the present tense. */
function isHeadlinePresent(tree: Tree, verb: number, sentence: TokenRange): boolean {
  const last = tree.tokens[sentence.end - 1];
  return (
    sentence.first === 0 &&
    /^VB[ZPN]$/.test(tree.tokens[verb]?.tag ?? '') &&
    tree.tokens[verb]?.dep === 'ROOT' &&
    !/^[.!?”"'’]+$/.test(last?.text.trim() ?? '')
  );
}

/**
 * The verb that tells what happened in a sentence without a date: the first clause in the past whose subject is named,
 * as far as `isNamed` can tell; a verb of saying only where nothing else is told. Null when there is none.
 */
export function undatedVerb(
  tree: Tree,
  sentence: TokenRange,
  isNamed: (subject: number) => boolean,
): number | null {
  let saying: number | null = null;
  for (let at = sentence.first; at < sentence.end; at++) {
    const token = tree.tokens[at];
    const lemma = token?.lemma.toLowerCase() ?? '';
    if (!token || !isVerb(token) || !CLAUSES.test(token.dep)) continue;
    if (notEvents.has(lemma) && !reporting.has(lemma)) continue;
    if (!isPast(tree, at) && !isHeadlinePresent(tree, at, sentence)) continue;
    const subject = subjectOf(tree, at);
    if (!subject || !isNamed(subject.token)) continue;
    if (!reporting.has(lemma)) return at;
    saying ??= at;
  }
  return saying;
}
