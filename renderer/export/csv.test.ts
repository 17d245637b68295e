import { describe, expect, it } from 'vitest';
import type { AnalysedArticle } from '../../electron/contract';
import { csvOf } from './csv';
import { analysis, made, span } from './test-article';

describe('CSV', () => {
  it('quotes what needs it and defuses what a spreadsheet would run', () => {
    expect(csvOf([['a,b', 'say "x"', '=1+1', '-2', 3]])).toBe('\uFEFF"a,b","say ""x""",\'=1+1,\'-2,3\r\n');
  });

  it('starts no cell like a formula where a spreadsheet parts cells at semicolons, tabs or line ends', () => {
    const texts = [
      ...['a;=1+1', 'a;"=1+1', 'a\t@SUM(A1)', 'a\n=1+1', 'a\r\n\r\n+1', ' =1+1', '\t=1', '＝1+1', 'a; -2'],
    ];
    for (const text of texts) {
      const [row = ''] = csvOf([['x', text, 'y']])
        .slice(1)
        .split('\r\n');
      for (const cell of row.split(/[,;\t]/)) expect(cell, text).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
    }
    expect(csvOf([['a\nb']]).split('\r\n')).toHaveLength(2);
  });

  it('gives every mention a row with its sentence and why it was merged', () => {
    const rows = made('entities-csv').split('\r\n');
    expect(rows[1]).toBe(
      'Lindqvist,person,name,Ms Lindqvist,title,Ms Lindqvist sailed on 9 March 2024.,"Ferry, “returns”",ferry.txt',
    );
  });

  it('lists events by day with the words that date them', () => {
    const rows = made('timeline-csv').split('\r\n');
    expect(rows[1]).toContain('Sat 9 March 2024,2024-03-09,2024-03-09,2024-03-09,day');
    expect(rows[1]).toContain('9 March 2024,as written');
    expect(rows[2]).toContain('May 2026,2026-05,2026-05-01,2026-05-31,month');
  });
});

describe('references and statements', () => {
  // “The pier opens in May 2026.” is said by “She”, who is Lindqvist; nobody is tied to the other speaker.
  const content = [span(37, 64)];
  const cue = span(13, 19);
  const corrected = false;
  const spoken: AnalysedArticle = {
    ...analysis,
    references: [
      {
        id: 'r1',
        span: span(37, 45),
        text: 'The pier',
        kind: 'description',
        entity: 'e1',
        confidence: 1,
        corrected,
      },
      {
        id: 'r2',
        span: span(46, 51),
        text: 'the PIER',
        kind: 'description',
        entity: 'e1',
        confidence: 1,
        corrected,
      },
    ],
    statements: [
      {
        id: 's1',
        kind: 'direct',
        content,
        speaker: { span: cue, text: 'She', entity: 'e1' },
        cue,
        corrected,
      },
      {
        id: 's2',
        kind: 'indirect',
        content,
        speaker: { span: cue, text: 'a mate', entity: null },
        cue: null,
        corrected,
      },
      { id: 's3', kind: 'mixed', content, speaker: null, cue: null, corrected },
    ],
  };

  it('are rows of their kind behind the names, each with its sentence', () => {
    const rows = made('entities-csv', spoken).split('\r\n');
    const rest = 'The pier opens in May 2026.,"Ferry, “returns”",ferry.txt';
    expect(rows.slice(2, 7)).toEqual([
      `Lindqvist,person,reference,The pier,means it without naming it,${rest}`,
      `Lindqvist,person,reference,the PIER,means it without naming it,${rest}`,
      `Lindqvist,person,statement,The pier opens in May 2026.,direct: “sailed”,${rest}`,
      `a mate,,statement,The pier opens in May 2026.,indirect,${rest}`,
      `,,statement,The pier opens in May 2026.,mixed,${rest}`,
    ]);
  });

  it('stand in Markdown with their entity, and by whom they are said', () => {
    const page = made('entities-markdown', spoken);
    expect(page).toContain('  - meant by “the pier” 2 times');
    expect(page).toContain('## Who says what');
    expect(page).toContain('- **Lindqvist** (direct): The pier opens in May 2026.');
    expect(page).toContain('- **a mate** (indirect): The pier opens');
    expect(page.match(/opens in May/g)).toHaveLength(2);
  });
});
