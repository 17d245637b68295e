import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Block, Mark } from '../../contract';
import { blocksAsMarkdown } from './blocks-as-markdown';

const paragraph = (text: string, marks: Mark[] = []): Block => ({ id: 'b1', kind: 'paragraph', text, marks });
const block = (given: Partial<Block> & { kind: Block['kind'] }): Block =>
  ({ id: 'b1', text: '', marks: [], ...given }) as Block;

describe('blocksAsMarkdown', () => {
  it('nests marks', () => {
    const marks: Mark[] = [
      { kind: 'link', href: 'https://example.org/a b', start: 4, end: 19 },
      { kind: 'strong', start: 8, end: 13 },
      { kind: 'emphasis', start: 24, end: 30 },
    ];
    expect(blocksAsMarkdown([paragraph('The old ferry sails, at *dusk*', marks)])).toBe(
      'The [old **ferry** sails](<https://example.org/a%20b>), at *\\*dusk\\**',
    );
  });

  it('keeps white space outside the signs of a mark', () => {
    expect(blocksAsMarkdown([paragraph('a b c', [{ kind: 'strong', start: 1, end: 4 }])])).toBe('a **b** c');
  });

  it('leaves text text', () => {
    expect(blocksAsMarkdown([paragraph('# 1 <b>\n1. x\n- y')])).toBe('\\# 1 &lt;b&gt;\n1\\. x\n\\- y');
  });

  it('is never HTML nor a live address, whatever the article holds', () => {
    const tag = 'https://a.example/<img src=x onerror=alert(1)>';
    const code: Mark = { kind: 'code', start: 0, end: 20 };
    const link = (href: string): Mark => ({ kind: 'link', href, start: 0, end: 3 });
    const blocks: Block[] = [
      paragraph(tag),
      paragraph('a\n\n<script>x</script>', [code]),
      paragraph('one two', [link('javascript:alert(1)')]),
      paragraph('one two', [link('https://a.example/\\')]),
      paragraph('Section\n==\n-'),
      block({ kind: 'code', text: '<b>x</b>', language: 'js\n```\n<script>' }),
      block({ kind: 'figure', text: tag, images: [{ id: null, alt: tag, source: `${tag}\\` }] }),
      { ...paragraph('note'), id: 'n1', noteLabel: ']: <script>' },
    ];
    const rendered = marked.parse(blocksAsMarkdown(blocks), { async: false });
    expect(rendered).not.toMatch(/<(?:script|b|h1|h2)\b|<img src=x|href="javascript/);
    expect(rendered.match(/<img /g)).toHaveLength(1);
  });

  it('writes lists, quotes, code, tables, pictures and notes', () => {
    const blocks: Block[] = [
      block({ kind: 'heading', level: 2, text: 'Tides' }),
      block({
        kind: 'list',
        text: 'one\ntwo\nthree',
        items: [
          { start: 0, end: 3, depth: 0, ordered: true, number: 4 },
          { start: 4, end: 7, depth: 1, ordered: false },
          { start: 8, end: 13, depth: 0, ordered: false, checked: true },
        ],
      }),
      block({ kind: 'quote', text: 'first\nsecond' }),
      block({ kind: 'code', text: 'a ``` b', language: 'sh' }),
      block({
        kind: 'table',
        text: 'Port\nHour\nEllery|East\n6',
        rows: 2,
        columns: 2,
        cells: [
          { row: 0, column: 0, rowSpan: 1, columnSpan: 1, header: true, start: 0, end: 4 },
          { row: 0, column: 1, rowSpan: 1, columnSpan: 1, header: true, start: 5, end: 9 },
          { row: 1, column: 0, rowSpan: 1, columnSpan: 1, header: false, start: 10, end: 21 },
          { row: 1, column: 1, rowSpan: 1, columnSpan: 1, header: false, start: 22, end: 23 },
        ],
      }),
      block({ kind: 'figure', text: 'The pier', images: [{ id: null, alt: 'A pier', source: 'p.png' }] }),
      { ...paragraph('see3', [{ kind: 'noteReference', target: 'n1', start: 3, end: 4 }]), id: 'b7' },
      block({ kind: 'rule' }),
      { ...paragraph('a note'), id: 'n1', noteLabel: '3' },
    ];
    expect(blocksAsMarkdown(blocks).split('\n\n')).toEqual([
      '## Tides',
      '4. one\n   - two\n- [x] three',
      '> first\n>\n> second',
      '````sh\na ``` b\n````',
      '| Port | Hour |\n| --- | --- |\n| Ellery\\|East | 6 |',
      '![A pier](<p.png>)',
      '_The pier_',
      'see[^3]',
      '---',
      '[^3]: a note',
    ]);
  });
});
