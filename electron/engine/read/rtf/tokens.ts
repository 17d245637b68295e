/** A piece of rich text (RTF 1.9.1): a group's begin or end, a control word or symbol, a byte in hex, or text. */
export type RtfToken =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; name: string; value: number | null }
  | { kind: 'symbol'; sign: string }
  | { kind: 'byte'; value: number }
  | { kind: 'text'; text: string };

const WORD = /([a-z]{1,32})(-?\d{1,10})? ?/iy;
const TEXT = /[^\\{}\r\n]+/y;

/** Pieces of a source in order; `\bin` data are left out. The source is one character a byte. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const sign = source[at] as string;
    if (sign === '{' || sign === '}') {
      yield { kind: sign === '{' ? 'open' : 'close' };
      at++;
    } else if (sign === '\r' || sign === '\n') at++;
    else if (sign === '\\') {
      WORD.lastIndex = at + 1;
      const word = WORD.exec(source);
      if (!word) {
        yield symbolAt(source, at);
        at += source[at + 1] === "'" ? 4 : 2;
        continue;
      }
      at = WORD.lastIndex;
      const value = word[2] === undefined ? null : Number(word[2]);
      if (word[1] === 'bin') at += Math.max(0, value ?? 0);
      else yield { kind: 'word', name: word[1] as string, value };
    } else {
      TEXT.lastIndex = at;
      const text = TEXT.exec(source)?.[0] ?? sign;
      yield { kind: 'text', text };
      at += text.length;
    }
  }
}

function symbolAt(source: string, at: number): RtfToken {
  const sign = source[at + 1] ?? '';
  if (sign !== "'") return { kind: 'symbol', sign };
  const value = Number.parseInt(source.slice(at + 2, at + 4), 16);
  return { kind: 'byte', value: Number.isFinite(value) ? value : 0x3f };
}
