/** Width of a character in em where the face is not known: on the wide side, so that no line is cut off. */
const NARROW = 0.56;
const CAPITAL = 0.78;
/** Chinese, Japanese and Korean characters and their full-width forms, pictures (Unicode Annex 11, wide). */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Extended_Pictographic}/u;

function widthOf(character: string): number {
  if (WIDE.test(character)) return 1;
  return /[\p{Lu}mw%@—]/u.test(character) ? CAPITAL : NARROW;
}

/** Breaks text between words into lines of at most `width` em; a longer word is broken inside. At least one line. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = () => {
    if (line) lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.trim().split(/\s+/)) {
    const length = [...word].reduce((sum, character) => sum + widthOf(character), 0);
    if (used > 0 && used + NARROW + length > width) end();
    if (used > 0) {
      line += ' ';
      used += NARROW;
    }
    for (const character of word) {
      if (used + widthOf(character) > width) end();
      line += character;
      used += widthOf(character);
    }
  }
  end();
  return lines.length > 0 ? lines : [''];
}
