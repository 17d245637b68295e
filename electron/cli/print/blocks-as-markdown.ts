import type { Block, ListItem, Mark, Range, TableCell } from '../../contract';

/** Characters that would start markup in the middle of a line. */
const INLINE_MARKUP = /[\\`*_[\]]/g;
/** As entities, because inside an address that Markdown links by itself a backslash escapes nothing. */
const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What would make a paragraph something else at the start of a line. */
const LINE_MARKUP = /^(#{1,6}(?=\s|$)|[-+](?=\s)|(?:=+|-+)(?=\s*$)|~{3,})/gm;
const NUMBERED_LINE = /^(\d{1,9})([.)])(?=\s)/gm;

/** Text that Markdown shows as it is; none of it is HTML, whatever stands around it. */
export function escaped(text: string): string {
  return text
    .replace(INLINE_MARKUP, '\\$&')
    .replace(/[&<>]/g, (sign) => HTML[sign] ?? sign)
    .replace(LINE_MARKUP, '\\$&')
    .replace(NUMBERED_LINE, '$1\\$2');
}

/** The blocks as CommonMark with tables, strikethrough, task lists and footnotes of GitHub's flavour. */
export function blocksAsMarkdown(blocks: readonly Block[]): string {
  const labels = new Map(blocks.flatMap((b) => (b.noteLabel === undefined ? [] : [[b.id, b.noteLabel]])));
  return blocks
    .map((block) => {
      const text = blockAsMarkdown(block, labels);
      return block.noteLabel === undefined ? text : `[^${plainLabel(block.noteLabel)}]: ${text}`;
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A label or language of the source as one word: nothing in it can end the markup it stands in. */
function plainLabel(text: string): string {
  return text.replace(/[\s[\]<>&`\\]+/g, '-');
}

type NoteLabels = ReadonlyMap<string, string>;

function blockAsMarkdown(block: Block, labels: NoteLabels): string {
  const text = (range: Range) => inline(block, range, labels);
  const whole = { start: 0, end: block.text.length };
  switch (block.kind) {
    case 'paragraph':
      return text(whole);
    case 'heading':
      return `${'#'.repeat(block.level)} ${text(whole).replaceAll('\n', ' ')}`;
    case 'list':
      return block.items.map((item) => itemLine(item, text(item))).join('\n');
    case 'quote':
      return text(whole)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n>\n');
    case 'code':
      return fenced(block.text, block.language ?? '');
    case 'table':
      return table(block.cells, block.rows, block.columns, text);
    case 'figure': {
      const images = block.images.map(({ alt, source }) => `![${escaped(alt)}](<${address(source)}>)`);
      return [...images, block.text === '' ? '' : `_${text(whole)}_`]
        .filter((part) => part !== '')
        .join('\n\n');
    }
    case 'rule':
      return '---';
  }
}

function itemLine(item: ListItem, text: string): string {
  const bullet = item.ordered ? `${item.number ?? 1}.` : '-';
  const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] ';
  return `${'   '.repeat(item.depth)}${bullet} ${box}${text.replaceAll('\n', ' ')}`;
}

/** The fence is longer than any run of backticks in the code. */
function fenced(code: string, language: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${plainLabel(language)}\n${code}\n${fence}`;
}

function table(
  cells: readonly TableCell[],
  rows: number,
  columns: number,
  text: (range: Range) => string,
): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const texts = Array.from({ length: columns }, (_, column) => {
      const cell = cells.find((c) => c.row === row && c.column === column);
      return cell ? text(cell).replaceAll('\n', ' ').replaceAll('|', '\\|') : '';
    });
    return `| ${texts.join(' | ')} |`;
  });
  return [lines[0] ?? '', `|${' --- |'.repeat(columns)}`, ...lines.slice(1)].join('\n');
}

/** Spaces, brackets and backslashes would end an address in angle brackets early, or keep it from ending. */
function address(href: string): string {
  return href.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));
}

/** Addresses that run a script or hold a page of their own when they are followed. */
function isLive(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass over control characters there
  return /^[\s\u0000-\u001f]*(?:javascript|vbscript|data)\s*:/i.test(href);
}

function inline(block: Block, range: Range, labels: NoteLabels): string {
  const marks = block.marks.filter((mark) => mark.start < range.end && mark.end > range.start);
  return spanned(block.text, range, marks, labels);
}

/** Marks are sorted by start, longest first, so that the first one holds those that begin inside it. */
function spanned(text: string, range: Range, marks: readonly Mark[], labels: NoteLabels): string {
  let out = '';
  let at = range.start;
  let rest = [...marks];
  for (let mark = rest.shift(); mark; mark = rest.shift()) {
    const { start, end } = within(mark, { start: at, end: range.end });
    if (start >= end) continue;
    const inside = rest.filter((other) => other.start < end);
    rest = rest.filter((other) => other.end > end);
    out += escaped(text.slice(at, start)) + marked(mark, text, { start, end }, inside, labels);
    at = end;
  }
  return out + escaped(text.slice(at, range.end));
}

function within(mark: Range, range: Range): Range {
  return { start: Math.max(mark.start, range.start), end: Math.min(mark.end, range.end) };
}

/** On one line: an empty line would end the paragraph before the code ends. */
function codeSpan(code: string): string {
  return `\`${code.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}

const delimiters: Partial<Record<Mark['kind'], string>> = { emphasis: '*', strong: '**', strike: '~~' };

function marked(mark: Mark, text: string, range: Range, inside: readonly Mark[], labels: NoteLabels): string {
  if (mark.kind === 'code') return codeSpan(text.slice(range.start, range.end));
  if (mark.kind === 'noteReference') return `[^${plainLabel(labels.get(mark.target) ?? mark.target)}]`;
  const content = spanned(text, range, inside, labels);
  if (mark.kind === 'link') return isLive(mark.href) ? content : `[${content}](<${address(mark.href)}>)`;
  if (mark.kind === 'superscript') return `<sup>${content}</sup>`;
  if (mark.kind === 'subscript') return `<sub>${content}</sub>`;
  const sign = delimiters[mark.kind];
  if (!sign || content.trim() === '') return content;
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(content) ?? [];
  return `${before}${sign}${words}${sign}${after}`;
}
