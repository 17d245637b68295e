import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf } from './chunks';
import { readMarkdown } from './read-markdown';

const read = (source: string) => readMarkdown(source, () => null).map(({ block }) => block);
const lines = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join('\n');
/** Of paragraphs, so that a chunk ends where this one begins. */
const FILLER = `${'Some words stand here.\n\n'.repeat(900)}`;

describe('chunks of long Markdown', () => {
  it('leave a text of ordinary length whole', () => {
    expect(chunksOf('# A\n\nb')).toEqual([{ text: '# A\n\nb', continuesList: false }]);
  });

  it('hold every line, in order', () => {
    const line = fc.constantFrom(
      '',
      'words '.repeat(40),
      '- item',
      '    indented',
      '# Heading',
      '> said',
      '1. one',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 300, maxLength: 600 }), (all) => {
        const text = all.join('\n');
        expect(
          chunksOf(text)
            .map((chunk) => chunk.text)
            .join('\n'),
        ).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('change nothing in the blocks of a long text of every kind', () => {
    const part =
      '## Part\n\nWords *set* and [linked][a].\n\n- a\n  - b\n\n  c\n\n1. one\n2. two\n\n> said\n\n```js\nx\n\ny\n```\n\n|a|b|\n|-|-|\n|1|2|\n\n<div>\n\nin\n\n</div>\n\n';
    const text = `${part.repeat(200)}\n[a]: https://a.example/\n`;
    expect(chunksOf(text).length).toBeGreaterThan(3);
    const kinds = (source: string) =>
      read(source).map(({ kind, text: words, marks }) => [kind, words, marks.length]);
    const once = kinds(`${part}\n[a]: https://a.example/\n`);
    expect(kinds(text)).toEqual(Array.from({ length: 200 }, () => once).flat());
  });

  it('let code, a table and a comment go on', () => {
    const code = `\`\`\`js\n${lines(3_000, (i) => `- line ${i}`)}\n\`\`\`\n`;
    const table = `|a|b|\n|-|-|\n${lines(3_000, (i) => `|${i}|2|`)}\n`;
    const blocks = read(`${FILLER}${code}\n${table}\n<!-- ${'hidden\n\n'.repeat(2_000)} -->\n\nEnd.`).slice(
      900,
    );
    expect(new Set(blocks.slice(0, -2).map(({ kind }) => kind))).toEqual(new Set(['code']));
    const written = blocks.filter(({ kind }) => kind === 'code').map(({ text }) => text);
    expect(written.join('\n')).toBe(lines(3_000, (i) => `- line ${i}`));
    const found = blocks.find((block) => block.kind === 'table');
    expect(found?.kind === 'table' && found.rows).toBe(3_001);
    expect(blocks.at(-1)?.text).toBe('End.');
  });

  it('let the numbers of a list go on', () => {
    const items = read(`${lines(5_000, () => '1. item')}\n`).flatMap((block) =>
      block.kind === 'list' ? block.items : [],
    );
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 5_000 }, (_, i) => i + 1));
  });

  it('begin a list anew behind other words', () => {
    const blocks = read(`${FILLER}1. one\n2. two\n\n${FILLER}1. one`);
    const lists = blocks.flatMap((block) =>
      block.kind === 'list' ? [block.items.map(({ number }) => number)] : [],
    );
    expect(lists).toEqual([[1, 2], [1]]);
  });

  it('read what is entangled as plain text, and what stands around it as Markdown', () => {
    const blocks = read(`${FILLER}# Before\n\n${'['.repeat(19_000)}\n\n${FILLER}# After`);
    expect(blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([
      'Before',
      'After',
    ]);
    expect(blocks.some(({ text }) => text.startsWith('[[['))).toBe(true);
  });

  it('cut no picture that stands in the text', () => {
    const picture = `![a](data:image/png;base64,${'A'.repeat(60_000)})`;
    const seen: string[] = [];
    readMarkdown(`${FILLER}${picture}`, (source) => {
      seen.push(source);
      return null;
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toHaveLength(60_022);
  });
});
