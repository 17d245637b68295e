import { isWholeHeadline, isWholeSentence } from './headline-grammar';
import { openingPronoun } from './headline-pointers';
import type { HeadlineSource } from './headline-source';
import type { Tree } from './tree';
import { capitalised, tidied, withoutOpening } from './words';

/** Words and marks at which a sentence can end early: what stands before them is whole. */
const BORDER =
  /^(?:[,;:–—]|while|although|though|because|after|before|when|where|which|who|but|whereas|as|since|if|unless|until)$/i;

/**
 * The sentence as it stands, or as much of it as ends at a border of a clause within the limit; a pronoun that opens it
 * gives way to the name it means. Null when neither reads alone.
 * @param needed the last token that must be shown: the verb that tells the event, and its time
 */
export function sentenceHeadline(source: HeadlineSource, needed: number, limit: number): string | null {
  const { tree, sentence } = source;
  const textTo = sentenceText(source);
  const raw = tree.parsed.text.slice(
    tree.tokens[sentence.first]?.start ?? 0,
    tree.tokens[sentence.end - 1]?.end ?? 0,
  );
  if (raw.split('"').length % 2 === 0 || raw.split('“').length !== raw.split('”').length) return null;
  const whole = textTo(sentence.end);
  if (whole.length <= limit && isWholeSentence(whole)) return capitalised(whole);
  for (let at = sentence.end - 1; at > needed; at--) {
    const isBorder = BORDER.test(tree.tokens[at]?.text ?? '') && hasVerbBefore(tree, sentence.first, at);
    const text = isBorder ? textTo(at) : '';
    if (text !== '' && text.length <= limit && isWholeHeadline(text)) return capitalised(text);
  }
  return whole.length <= 1.5 * limit && isWholeSentence(whole) ? capitalised(whole) : null;
}

/** The text of a sentence up to a token, without the word that ties it to the sentence before. */
function sentenceText({ tree, sentence, meant }: HeadlineSource): (end: number) => string {
  const { text } = tree.parsed;
  const from = tree.tokens[sentence.first]?.start ?? 0;
  const pronoun = openingPronoun(tree, sentence);
  const name = pronoun === null ? null : meant(pronoun);
  const { start = from, end: behind = from } = (pronoun !== null && tree.tokens[pronoun]) || {};
  const opening = name === null ? '' : `${text.slice(from, start)}${name}`;
  return (end) =>
    withoutOpening(
      tidied(opening + text.slice(name === null ? from : behind, tree.tokens[end - 1]?.end ?? from)),
    );
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
