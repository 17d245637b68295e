import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../../build/growth';
import { isEntangled } from './bounds';
import { readMarkdown } from './read-markdown';

const read = (source: string) => readMarkdown(source, () => null);

/** Texts that make Markdown readers slow, of about `n` pieces. */
const HOSTILE: Record<string, (n: number) => string> = {
  brackets: (n) => `${'['.repeat(n)}a${']'.repeat(n)}`,
  emphasis: (n) => `${'a *a **a '.repeat(n)}b${' a** a*'.repeat(n)}`,
  quotes: (n) => `${'>'.repeat(n)}a`,
  backticks: (n) => Array.from({ length: n / 20 }, (_, i) => `e${'`'.repeat(i % 500)}`).join(''),
  references: (n) => `${Array.from({ length: n }, (_, i) => `[${i}]: u`).join('\n')}\n${'[0]'.repeat(n)}`,
  table: (n) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n${'|\n'.repeat(200)}`,
  lists: (n) => Array.from({ length: n / 10 }, (_, i) => `${'  '.repeat(Math.min(i, 500))}- a\n`).join(''),
  rule: (n) => `${'* '.repeat(n)}x`,
  links: (n) => '[a](<b'.repeat(n),
  comments: (n) => `a ${'<!-'.repeat(n)}`,
};

describe('reading entangled Markdown', () => {
  it.each(Object.entries(HOSTILE))('%s take time in proportion to their length', (_, make) => {
    const work = (count: number) => {
      const text = make(count);
      return () => void read(text);
    };
    expect(doublingFactor(work(10_000), work(20_000))).toBeLessThanOrEqual(LINEAR);
  });

  it('does not take long documents for entangled', () => {
    const links = 'See [one](https://a.example/x) and *two* and `three` and __four__.\n'.repeat(100);
    const code = `\`\`\`json\n${'[[[[]]]]*_|'.repeat(5000)}\n\`\`\`\n`;
    const table = `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(3000)}`;
    expect(isEntangled(`${links}\n${code}\n${table}\n${'-'.repeat(300)}\n`)).toBe(false);
    expect(read(table)).toHaveLength(1);
  });
});
