import type { TokenRange } from '../../language/document';
import { childrenWith, isVerb } from '../../language/syntax-tree';
import { framesOf } from './cues';
import type { Quotation } from './quotations';
import { doerOf } from './speaker';
import { cuePhrase, speakerOf } from './verb-cues';
import { type BlockView, lemmaAt, type StatementDraft, sentenceAt } from './view';

/** Fewer words between marks are a title or a word held at arm's length, unless a cue holds them. */
const FEWEST_WORDS = 3;
/** A saying stands no further from its quotation, in tokens. */
const REACH = 40;
const SUBJECT = new Set(['nsubj', 'nsubjpass']);
const SENTENCE_END = /^[.!?…]+$/;

/** The tokens of each quotation by its number; one that holds none is left out. */
export function tokensOfQuotations({ quotationOf, quotations }: BlockView): (TokenRange | undefined)[] {
  const found: (TokenRange | undefined)[] = quotations.map(() => undefined);
  for (const [token, number] of quotationOf.entries()) {
    if (number < 0) continue;
    const known = found[number];
    if (known) known.end = token + 1;
    else found[number] = { first: token, end: token + 1 };
  }
  return found;
}

/** Whether somebody speaks in it: a clause, or words that end like a sentence. */
export function isSpeech(view: BlockView, quotation: Quotation, { first, end }: TokenRange): boolean {
  const words = view.tokens.slice(first, end).filter(({ pos }) => pos !== 'PUNCT' && pos !== 'SPACE');
  if (words.length < FEWEST_WORDS) return false;
  const last = view.text.slice(quotation.inner.start, quotation.inner.end).trimEnd().at(-1) ?? '';
  return /[.,!?…]/.test(last) || quotation.open || words.some(({ tag }) => /^(?:VB[DPZ]|MD)$/.test(tag));
}

/** Cue and speaker of a quotation from the words around it: behind it in its sentence, else before it. */
export function sayingOf(
  view: BlockView,
  { first, end }: TokenRange,
): Omit<StatementDraft, 'content'> | null {
  const verb = verbBehind(view, end) ?? verbBefore(view, first);
  const signed = verb === null ? signatureBehind(view, end) : null;
  if (signed) return { block: view.index, cue: null, ...signed };
  if (verb === null) return null;
  const head = doerOf(view, verb) ?? nearestNoun(view, verb);
  return { block: view.index, cue: cuePhrase(view, verb), ...speakerOf(view, head) };
}

function isSaying(view: BlockView, token: number): boolean {
  return (
    isVerb(view.tokens[token]) &&
    view.quotationOf[token]! < 0 &&
    framesOf(lemmaAt(view, token)).has('quotation')
  );
}

/** `"...," she said`: the first verb of saying behind the closing mark, before the sentence or the next quotation. */
function verbBehind(view: BlockView, end: number): number | null {
  const reach = endsSentence(view, end) ? NEXT_SENTENCE_REACH : REACH;
  for (let at = end; at < view.tokens.length && at < end + reach; at++) {
    const token = view.tokens[at]!;
    if (
      view.quotationOf[at]! >= 0 ||
      view.lineOf[at] !== view.lineOf[end - 1] ||
      SENTENCE_END.test(token.text)
    )
      return null;
    if (isSaying(view, at) && (token.dep !== 'relcl' || at === end))
      return reach === REACH || closesBefore(view, at) ? at : null;
  }
  return null;
}

/** `"He left." Kerry said.`: a full stop inside the marks with a capital behind them mostly begins a new sentence. */
const NEXT_SENTENCE_REACH = 6;

function endsSentence(view: BlockView, end: number): boolean {
  const inside = view.tokens[end - 2]?.text ?? '';
  return inside.endsWith('.') && /^\p{Lu}/u.test(view.tokens[end]?.text ?? '');
}

/** The saying is the whole sentence and leads on to no quotation of its own. */
function closesBefore(view: BlockView, verb: number): boolean {
  for (let at = verb + 1; at < view.tokens.length && view.lineOf[at] === view.lineOf[verb]; at++) {
    if (view.quotationOf[at]! >= 0) return false;
    if (SENTENCE_END.test(view.tokens[at]!.text)) return true;
  }
  return true;
}

/** `"..." — Ana Silva`: a name behind a dash, alone on the rest of the line. */
function signatureBehind(
  view: BlockView,
  end: number,
): Pick<StatementDraft, 'speaker' | 'speakerHead'> | null {
  const onLine = (at: number): boolean => at < view.tokens.length && view.lineOf[at] === view.lineOf[end - 1];
  let first = end;
  while (onLine(first) && view.tokens[first]!.pos === 'SPACE') first++;
  if (!onLine(first) || !/^[-–—―~]+$/.test(view.tokens[first]!.text)) return null;
  first++;
  while (onLine(first) && view.tokens[first]!.pos === 'SPACE') first++;
  let last = first;
  while (onLine(last + 1) && !/^[.,;(|]/.test(view.tokens[last + 1]!.text)) last++;
  if (last - first >= LONGEST_SIGNATURE || !/^\p{Lu}/u.test(view.tokens[first]?.text ?? '')) return null;
  while (last > first && view.tokens[last]!.pos === 'SPACE') last--;
  return { speaker: { first, end: last + 1 }, speakerHead: last };
}

const LONGEST_SIGNATURE = 6;

/** `She said: "..."`: the last verb of saying before the opening mark, in its sentence. */
function verbBefore(view: BlockView, first: number): number | null {
  for (let at = first - 1; at >= 0 && at >= first - REACH; at--) {
    const token = view.tokens[at]!;
    if (view.lineOf[at] !== view.lineOf[first] || SENTENCE_END.test(token.text)) return null;
    if (view.quotationOf[at]! < 0 && isSaying(view, at)) return at;
  }
  return null;
}

/** Where the parse gives the verb no subject: the noun or pronoun next to it. */
function nearestNoun(view: BlockView, verb: number): number | null {
  for (const at of [verb - 1, verb + 1, verb - 2, verb + 2, verb + 3]) {
    const token = view.tokens[at];
    if (!token || view.quotationOf[at]! >= 0 || !/^(?:PROPN|PRON|NOUN)$/.test(token.pos)) continue;
    const above = view.tokens[token.head]!;
    return /^(?:compound|nmod)$/.test(token.dep) && /^(?:PROPN|NOUN)$/.test(above.pos) ? token.head : at;
  }
  return null;
}

/**
 * Whom a quotation that stands by itself belongs to, from the sentence before it in its block: its subject when that
 * is a pronoun or a name of a person ("Smith was unmoved. ...").
 */
export function subjectBefore(view: BlockView, first: number): number | null {
  let at = first - 1;
  while (at >= 0 && /^(?:PUNCT|SPACE)$/.test(view.tokens[at]!.pos)) at--;
  if (at < 0 || view.quotationOf[at]! >= 0) return null;
  const sentence = sentenceAt(view, at);
  for (let token = sentence.first; token < sentence.end && token < first; token++) {
    if (view.tokens[token]!.head !== token) continue;
    const subject = childrenWith(view, token, SUBJECT)[0];
    const { pos, text } = view.tokens[subject ?? -1] ?? { pos: '', text: '' };
    if (
      subject !== undefined &&
      view.quotationOf[subject]! < 0 &&
      (pos === 'PROPN' || /^(?:he|she)$/i.test(text))
    )
      return subject;
  }
  return null;
}
