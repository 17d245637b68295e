import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';

/** Marks that stand inside a word of a program, never of a name. */
const CODE_MARK = /[(){}[\]"=<>\\_;$]/;
/** "encodeState": begins small and goes on in capitals, as names of functions do. */
const CAMEL = /^\p{Ll}+\p{Lu}/u;

/** Words of a program ("fmt.Sprintf(", "encodeState()") and hashtags name nobody. */
export function dropCode(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  const isCode = ({ first, end }: NameSpan): boolean => {
    const before = words[first - 1];
    const glued = before !== undefined && !words[first]!.spaceBefore && before.block === words[first]!.block;
    if (glued && before.lexeme.text === '#') return true;
    const { lexeme } = words[first]!;
    if (lexeme.text.startsWith('#')) return true;
    const next = words[end];
    const called = next?.lexeme.text.startsWith('(') && !next.spaceBefore;
    if (called && ((glued && before.lexeme.text === '.') || CAMEL.test(lexeme.text))) return true;
    return words.slice(first, end).some((word) => CODE_MARK.test(word.lexeme.text) && word.lexeme.hasLetter);
  };
  const code = spans.map(isCode);
  const camels = new Set(
    spans.flatMap(({ first }, i) =>
      code[i] && CAMEL.test(words[first]!.lexeme.text) ? [words[first]!.lexeme.text] : [],
    ),
  );
  return spans.filter(({ first }, i) => !code[i] && !camels.has(words[first]!.lexeme.text));
}

/** Capitals, with or without an s of the plural. */
const LETTERS = /^\p{Lu}{2,5}$/u;

/**
 * Letters that the article counts ("EVs", "an EV") are a common noun in capitals. Only where nothing knows them: also a
 * firm's cars are counted.
 */
export function dropCountedLetters(spans: readonly NameSpan[], input: TaggerInput): NameSpan[] {
  const { words } = input.document;
  const counted = new Map<string, number>();
  const seen = new Map<string, number>();
  for (let i = 0; i < words.length; i++) {
    const text = words[i]!.lexeme.text;
    const plural = text.endsWith('s') && LETTERS.test(text.slice(0, -1));
    const letters = plural ? text.slice(0, -1) : text;
    if (!LETTERS.test(letters)) continue;
    seen.set(letters, (seen.get(letters) ?? 0) + 1);
    if (plural || isCounted(words, i)) counted.set(letters, (counted.get(letters) ?? 0) + 1);
  }
  return spans.filter(({ first, end, type }) => {
    const { lexeme } = words[first]!;
    const letters = lexeme.text.replace(/s$/, '');
    const known = input.gazetteers.begins[first]! & (KIND.country | KIND.place | KIND.organisation);
    if (end - first > 1 || type === 'PER' || known || !LETTERS.test(letters)) return true;
    return (counted.get(letters) ?? 0) * COUNTED_SHARE < (seen.get(letters) ?? 0);
  });
}

/** One use in so many as a counted noun makes the letters one. */
const COUNTED_SHARE = 4;

/** An indefinite article before, and no noun behind that it could belong to. */
function isCounted(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.lexeme.lower;
  const next = words[i + 1];
  return (
    (before === 'a' || before === 'an') &&
    !(next && /^(?:NN|JJ|VBG|CD)/.test(next.tag)) &&
    next?.lexeme.text !== '-'
  );
}

/**
 * A word that the article only uses with one number or another behind it is a label, no name: "Figure 1", "Table 2".
 * (Where the number belongs to a name, "Windows 11", the tagger has taken it in.)
 */
export function dropLabels(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  const numbers = new Map<string, Set<string>>();
  const bare = new Set<string>();
  for (const [i, { lexeme }] of words.entries()) {
    if (!lexeme.capitalised) continue;
    const next = words[i + 1];
    if (next?.block === words[i]!.block && /^\d+\p{L}?$/u.test(next.lexeme.text))
      numbers.set(lexeme.text, (numbers.get(lexeme.text) ?? new Set()).add(next.lexeme.text));
    else bare.add(lexeme.text);
  }
  return spans.filter(({ first, end }) => {
    const { text } = words[first]!.lexeme;
    return end - first > 1 || bare.has(text) || (numbers.get(text)?.size ?? 0) < 2;
  });
}
