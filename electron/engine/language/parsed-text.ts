import type { Attributes } from './attributes/attribute-ruler';
import type { Lemmatizer } from './attributes/lemmatizer';
import type { NameSpan, ParsedText, Token, TokenRange } from './document';
import type { DependencyTree } from './parsing/dependency-tree';
import type { TokenList } from './tokens/token-list';

/** Puts together what the components found about one text. */
export function assembleText(
  text: string,
  list: TokenList,
  tree: DependencyTree,
  names: NameSpan[],
  attributes: readonly Attributes[],
  lemmatizer: Lemmatizer,
): ParsedText {
  const tokens = list.lexemes.map((lexeme, i): Token => {
    const { tag, dep, pos, morph, lemma } = attributes[i]!;
    const start = list.starts[i]!;
    return {
      text: lexeme.text,
      start,
      end: start + lexeme.text.length,
      tag,
      pos,
      lemma: lemma ?? lemmatizer.lemma(lexeme.text, pos, morph),
      morph,
      head: tree.heads[i]!,
      dep,
      spaceAfter: list.spaces[i]!,
    };
  });
  return { text, tokens, sentences: sentencesOf(tree.sentenceStarts), names };
}

function sentencesOf(starts: Uint8Array): TokenRange[] {
  const sentences: TokenRange[] = [];
  let first = 0;
  for (let i = 1; i <= starts.length; i += 1) {
    if (i < starts.length && starts[i] === 0) continue;
    sentences.push({ first, end: i });
    first = i;
  }
  return sentences;
}
