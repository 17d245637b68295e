/**
 * Bounds of what is read as Markdown, a chunk of a text at a time. Beyond them the lexer takes time that grows with the square of the length, or
 * calls itself without end; nobody writes so, and such a chunk is read as plain text instead.
 */
const MOST = {
  /** Of one paragraph: characters that may open or close emphasis, links and code. */
  emphasis: 1500,
  brackets: 4000,
  backticks: 1500,
  angles: 4000,
  /**
   * Of all words: signs that may begin something, times the word's length. The lexer looks for the end of a mail
   * address from each of them.
   */
  looks: 2_000_000,
  /** Cells of one row of a table. */
  pipes: 400,
  /** Columns in front of a list item, and containers (quotes, lists) that begin on one line. */
  indent: 80,
  containers: 60,
};

const FENCE = /^ {0,3}(?:```|~~~)/;
const INDENTED_ITEM = new RegExp(`^[ \\t]{${MOST.indent},}(?:[*+-]|\\d{1,9}[.)])[ \\t]`);
const CONTAINERS = new RegExp(`^(?:[ \\t]{0,3}(?:[>*+-]|\\d{1,9}[.)])){${MOST.containers}}`);
/** A row of stars or dashes is a rule, whatever its length. */
const RULE = /^[ \t]{0,3}(?:[-*_][ \t]{0,8}){3,}$/;

interface Counts {
  emphasis: number;
  brackets: number;
  backticks: number;
  angles: number;
  looks: number;
}

function none(): Counts {
  return { emphasis: 0, brackets: 0, backticks: 0, angles: 0, looks: 0 };
}

/** Counts the delimiters of a line in; gives the number of its pipes. */
function count(line: string, counts: Counts): number {
  let pipes = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line[i];
    if (character === '*' || character === '_' || character === '~') counts.emphasis++;
    else if (character === '[' || character === ']') counts.brackets++;
    else if (character === '`') counts.backticks++;
    else if (character === '<' || character === '&') counts.angles++;
    else if (character === '|') pipes++;
  }
  return pipes;
}

function isOver(counts: Counts): boolean {
  return (
    counts.emphasis > MOST.emphasis ||
    counts.brackets > MOST.brackets ||
    counts.backticks > MOST.backticks ||
    counts.angles > MOST.angles ||
    counts.looks > MOST.looks
  );
}

/** What may stand before the @ of a mail address, as long as no text has it without hostile intent. */
const ADDRESS = /[\w.!#$%&'*+/=?`{|}~-]{500,}/g;
const BEGINNINGS = /[!*_`~]/g;

function looksIn(line: string): number {
  let looks = 0;
  if (line.length < 500) return looks;
  for (const [word] of line.matchAll(ADDRESS)) looks += word.length * (word.match(BEGINNINGS)?.length ?? 0);
  return looks;
}

/** True when a text is too entangled to be read as Markdown. Looks at each character once. */
export function isEntangled(text: string): boolean {
  let counts = none();
  let fenced = false;
  for (const line of text.split('\n')) {
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced || line.trim() === '') {
      counts = none();
      continue;
    }
    if (line.length < 2000 && RULE.test(line)) continue;
    if (INDENTED_ITEM.test(line) || CONTAINERS.test(line)) return true;
    counts.looks += looksIn(line);
    if (count(line, counts) > MOST.pipes || isOver(counts)) return true;
  }
  return false;
}
