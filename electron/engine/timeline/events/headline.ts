import type { TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import { borrowedWords, describesSubject, withObject } from './borrowed-words';
import { subjectOf } from './clause';
import { droppedBranches, spareBranches, withoutAsides } from './headline-branches';
import {
  bordersOf,
  withoutEdges,
  withoutGaps,
  withoutOpeners,
  withoutTornStart,
  withWholeWords,
} from './headline-gaps';
import { isWholeHeadline } from './headline-grammar';
import { leavesObjectOpen, namesSubject, pointsElsewhere } from './headline-pointers';
import type { HeadlineSource } from './headline-source';
import { nounHeadline } from './noun-headline';
import { sentenceHeadline } from './sentence-headline';
import { removableTime } from './time-phrase';
import type { Tree } from './tree';
import { subtree } from './tree';
import { capitalised, renderTokens, withoutOpening } from './words';

/** Characters that a headline has if what it can do without is left out; only a clause that needs them has more. */
export const HEADLINE_LIMIT = 150;

/**
 * A headline in the article's own words and order: the clause of the verb, with all the verb needs. Clauses beside it
 * go at their borders, asides between commas go whole, the date's words go whole or stay. Where no such clause reads
 * alone, the sentence itself. Null where not even that tells anything.
 */
export function headlineOf(source: HeadlineSource): string | null {
  const { tree, head } = source;
  if (head.kind === 'noun') {
    const token = tree.tokens[head.token];
    const isSubject = /^nsubj/.test(token?.dep ?? '') && tree.tokens[token?.head ?? -1]?.dep === 'ROOT';
    return (
      nounHeadline(tree, head.token) ??
      (isSubject ? sentenceHeadline(source, source.sentence.end - 1, HEADLINE_LIMIT) : null)
    );
  }
  const text = clauseHeadline(source);
  const clause = text !== null && isWholeHeadline(text) ? capitalised(withoutOpening(text)) : null;
  const isOpen = clause !== null && leavesObjectOpen(source);
  if (clause !== null && !isOpen && !pointsElsewhere(clause)) return clause;
  const describes = /^(?:relcl|acl)$/.test(tree.tokens[head.token]?.dep ?? '');
  if (describes && clause === null && !describesSubject(tree, head.token)) return null;
  const needed = Math.max(head.token, (source.time?.end ?? 0) - 1);
  const whole = sentenceHeadline(source, needed, HEADLINE_LIMIT);
  const helps =
    clause === null || (whole !== null && !pointsElsewhere(whole) && (isOpen || namesSubject(source)));
  return whole !== null && helps ? whole : clause;
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
    const words = subtree(tree, verb, (_, index) => without.has(index)).filter(isShown);
    const branch = withWholeWords(tree, words, sentence);
    const plain = withoutEdges(tree, withoutAsides(tree, branch, verb, time));
    const isRelative = tree.tokens[verb]?.dep === 'relcl';
    const filled =
      opening === '' && !object && !isRelative
        ? withoutGaps(tree, plain, sentence, hidden, without, verb)
        : plain;
    const picked = withoutOpeners(tree, withoutTornStart(tree, filled, sentence, hidden));
    if (opening === '' && startsWithVerb(tree, picked)) return '';
    const own = object
      ? withObject(tree, picked, object, names)
      : renderTokens(tree, picked, names, bordersOf(tree, verb, hidden));
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
  if (text.length <= HEADLINE_LIMIT) return text;
  for (const branch of spareBranches(tree, verb, time)) {
    if (text.length <= HEADLINE_LIMIT) break;
    dropped.add(branch);
    text = render(dropped);
  }
  return text;
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
