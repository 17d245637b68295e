/** What can be told of a word form alone; made once for each distinct form of a document. */
export interface Lexeme {
  text: string;
  lower: string;
  /** 32-bit hash of `lower`. */
  hash: number;
  /** Hashes of the first three and the last two and three characters of `lower`. */
  prefix: number;
  suffix2: number;
  suffix3: number;
  /** Hash of the shape: X for a capital, x, d, other characters as they are; runs longer than two cut. */
  shape: number;
  hasLetter: boolean;
  hasDigit: boolean;
  /** First letter is a capital. */
  capitalised: boolean;
  /** Has letters, and none of them is a small one. */
  allCapitals: boolean;
  /** A capital stands anywhere. */
  hasCapital: boolean;
  /** A phrase of the tables of common words can begin with it; unset until asked for. */
  mayBeCommon: boolean | undefined;
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const DIGIT = /\p{Nd}/u;
const UPPER = /\p{Lu}/u;
const LETTER = /\p{L}/u;

function asciiKind(character: string): string {
  if (character >= 'a' && character <= 'z') return 'x';
  if (character >= 'A' && character <= 'Z') return 'X';
  return character >= '0' && character <= '9' ? 'd' : character;
}

function otherKind(character: string): string {
  if (UPPER.test(character)) return 'X';
  if (LETTER.test(character)) return 'x';
  return DIGIT.test(character) ? 'd' : character;
}

/** The form with its letters and digits replaced by their class; runs longer than two are cut to two. */
export function shapeOf(text: string): string {
  let shape = '';
  let run = 0;
  for (const character of text) {
    const kind = character < '\u0080' ? asciiKind(character) : otherKind(character);
    run = shape.endsWith(kind) ? run + 1 : 1;
    if (run <= 2) shape += kind;
  }
  return shape;
}

function makeLexeme(text: string): Lexeme {
  const lower = text.toLowerCase().replace(/’/g, "'");
  const shape = shapeOf(text);
  const hasLetter = /[Xx]/.test(shape);
  return {
    text,
    lower,
    hash: hashText(lower),
    prefix: hashText(`^${lower.slice(0, 3)}`),
    suffix2: hashText(`${lower.slice(-2)}$`),
    suffix3: hashText(`${lower.slice(-3)}$`),
    shape: hashText(shape),
    hasLetter,
    hasDigit: shape.includes('d'),
    capitalised: shape.startsWith('X'),
    allCapitals: shape.includes('X') && !shape.includes('x'),
    hasCapital: shape.includes('X'),
    mayBeCommon: undefined,
  };
}

/** Hands out one lexeme for each distinct form. */
export class LexemeStore {
  readonly #byText = new Map<string, Lexeme>();

  get(text: string): Lexeme {
    let lexeme = this.#byText.get(text);
    if (!lexeme) {
      lexeme = makeLexeme(text);
      this.#byText.set(text, lexeme);
    }
    return lexeme;
  }
}
