import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../build/growth';
import { plainBlocks } from './plain-blocks';

describe('plainBlocks', () => {
  it('cuts at blank lines and keeps single line ends', () => {
    expect(plainBlocks('Storm over Oslo\n\nThe ferry\nstayed in port. \r\n \r\nNobody was hurt.\n')).toEqual([
      { id: 'b1', start: 0, text: 'Storm over Oslo' },
      { id: 'b2', start: 17, text: 'The ferry\nstayed in port.' },
      { id: 'b3', start: 48, text: 'Nobody was hurt.' },
    ]);
  });

  it('gives nothing for white space alone', () => {
    expect(plainBlocks(' \n\n\t\n')).toEqual([]);
  });

  it('keeps every block at its offset and loses only white space', () => {
    const texts = fc.array(fc.constantFrom('a', 'B.', ' ', '\n', '\r\n', '\t', '\n\n'), { maxLength: 60 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const blocks = plainBlocks(text);
        for (const b of blocks) expect(text.slice(b.start, b.start + b.text.length)).toBe(b.text);
        expect(blocks.map((b) => b.text.replace(/\s/g, '')).join('')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('stays quick on long runs of line ends', () => {
    const text = (lines: number) => `${' \n'.repeat(lines)}x`;
    expect(plainBlocks(text(1000))).toHaveLength(1);
    const work = (lines: number) => () => void plainBlocks(text(lines));
    expect(doublingFactor(work(200_000), work(400_000))).toBeLessThanOrEqual(LINEAR);
  });
});
