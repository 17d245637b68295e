import type { Range } from '../../contract';
import { QueryError } from './query';

/** The smallest parts of a search as typed. `text` of a phrase is what stands between the marks. */
export type Lexeme = Range &
  (
    | { kind: 'open' | 'close' | 'and' | 'or' | 'not' }
    | { kind: 'near'; distance: number }
    /** `title:`; what follows is its value. */
    | { kind: 'field'; name: string }
    | { kind: 'word' | 'phrase'; text: string; prefix: boolean }
  );

/** How far apart words may stand when NEAR gives no number; SQLite's own default. */
const USUAL_DISTANCE = 10;
const LONGEST = 2_000;

/** Straight, curly, low, angled and corner marks alike. */
const OPENING = /["“”„‟«»「『＂]/;
const CLOSING = /["“”‟«»」』＂]/;
const SPACE = /\s/;
const FIELD = /^(\p{L}{2,12})[:：]/u;
const NEAR = /^NEAR(?:\/(\d{1,3}))?$/;
const operators: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' };

/** Throws `QueryError` for a quotation mark that is never closed, and for a search longer than anyone types. */
export function lexemes(text: string): Lexeme[] {
  if (text.length > LONGEST)
    throw new QueryError('The search is too long.', { start: LONGEST, end: text.length });
  const found: Lexeme[] = [];
  let at = 0;
  while (at < text.length) {
    const letter = text[at] ?? '';
    if (SPACE.test(letter)) at += 1;
    else {
      const lexeme = nextLexeme(text, at);
      found.push(lexeme);
      at = lexeme.end;
    }
  }
  return found;
}

function nextLexeme(text: string, start: number): Lexeme {
  const letter = text[start] ?? '';
  if (letter === '(' || letter === '（') return { kind: 'open', start, end: start + 1 };
  if (letter === ')' || letter === '）') return { kind: 'close', start, end: start + 1 };
  if (OPENING.test(letter)) return phrase(text, start);
  const following = text[start + 1] ?? ' ';
  if (letter === '-' && !SPACE.test(following)) return { kind: 'not', start, end: start + 1 };
  const [whole = '', name] = text.slice(start).match(FIELD) ?? [];
  // An address is a word, no field.
  if (name !== undefined && !text.startsWith('//', start + whole.length)) {
    return { kind: 'field', name: name.toLowerCase(), start, end: start + whole.length };
  }
  return word(text, start);
}

function phrase(text: string, start: number): Lexeme {
  let end = start + 1;
  while (end < text.length && !CLOSING.test(text[end] ?? '')) end += 1;
  if (end === text.length) {
    throw new QueryError('The quotation mark is never closed.', { start, end });
  }
  const prefix = text[end + 1] === '*';
  const content = text.slice(start + 1, end);
  return { kind: 'phrase', text: content, prefix, start, end: end + (prefix ? 2 : 1) };
}

function word(text: string, start: number): Lexeme {
  let end = start;
  while (end < text.length && !isEnd(text[end] ?? '')) end += 1;
  const content = text.slice(start, end);
  const operator = operators[content];
  if (operator) return { kind: operator, start, end };
  const near = content.match(NEAR);
  if (near) return { kind: 'near', distance: Number(near[1] ?? USUAL_DISTANCE), start, end };
  const prefix = content.length > 1 && content.endsWith('*');
  return { kind: 'word', text: prefix ? content.slice(0, -1) : content, prefix, start, end };
}

function isEnd(letter: string): boolean {
  return SPACE.test(letter) || OPENING.test(letter) || '()（）'.includes(letter);
}
