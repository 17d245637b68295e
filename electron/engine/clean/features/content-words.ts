import { FUNCTION_WORDS } from './function-words';

const WORD = /[\p{L}\p{N}]+/gu;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/;

/** The words of a text that tell what it is about, lower case; of scripts without spaces, pairs of signs. */
export function contentWords(text: string): string[] {
  const found: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) {
      for (let i = 0; i + 2 <= word.length; i++) found.push(word.slice(i, i + 2));
    } else if (word.length > 2 && !FUNCTION_WORDS.has(word)) found.push(word);
  }
  return found;
}
