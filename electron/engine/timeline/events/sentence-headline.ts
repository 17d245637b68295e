import type { TokenRange } from '../../language/document';
import { isWholeHeadline } from './headline-grammar';
import type { Tree } from './tree';
import { capitalised, tidied } from './words';

/** Words and marks at which a sentence can end early: what stands before them is whole. */
const BORDER =
  /^(?:[,;:–—]|while|although|though|because|after|before|when|where|which|who|but|whereas|as|since|if|unless|until)$/i;

/**
 * The sentence as it stands, or as much of it as ends at a border of a clause within the limit.
 * Null when neither reads alone.
 * @param needed the last token that must be shown: the verb that tells the event, and its time
 */
export function sentenceHeadline(
  tree: Tree,
  sentence: TokenRange,
  needed: number,
  limit: number,
): string | null {
  const from = tree.tokens[sentence.first]?.start ?? 0;
  const textTo = (end: number): string =>
    tidied(tree.parsed.text.slice(from, tree.tokens[end - 1]?.end ?? from)).replace(
      /^(?:(?:but|and|so|or|yet|however|meanwhile|still|instead|then|also|nevertheless)\b,?\s+)+/i,
      '',
    );
  const raw = tree.parsed.text.slice(from, tree.tokens[sentence.end - 1]?.end ?? from);
  if (raw.split('"').length % 2 === 0 || raw.split('“').length !== raw.split('”').length) return null;
  const whole = textTo(sentence.end);
  if (whole.length <= limit && isWholeHeadline(whole)) return capitalised(whole);
  for (let at = sentence.end - 1; at > needed; at--) {
    const isBorder = BORDER.test(tree.tokens[at]?.text ?? '') && hasVerbBefore(tree, sentence.first, at);
    const text = isBorder ? textTo(at) : '';
    if (text !== '' && text.length <= limit && isWholeHeadline(text)) return capitalised(text);
  }
  return whole.length <= 1.5 * limit && isWholeHeadline(whole) ? capitalised(whole) : null;
}

/** A finite verb with its subject: less would be no sentence. */
function hasVerbBefore(tree: Tree, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const token = tree.tokens[at];
    if (token && /^nsubj/.test(token.dep) && token.head < end && token.head > first - 1) {
      const complements = (tree.children[token.head] ?? []).filter((child) => child > token.head);
      const needs = complements.find((child) =>
        /^(?:dobj|attr|acomp|ccomp|xcomp|oprd)$/.test(tree.tokens[child]?.dep ?? ''),
      );
      if (needs === undefined || needs < end) return true;
    }
  }
  return false;
}
