import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../../build/growth';
import { readText } from './read-text';

const blocks = (text: string) => readText(text).map(({ block }) => block);
const texts = (text: string) => blocks(text).map((block) => block.text);

const LEAD =
  'The council voted on Tuesday to close the old harbour bridge for repairs, a decision that shop owners on both sides had opposed for years.';

describe('readText', () => {
  it('reads a page copied from the web one block a line', () => {
    const copied = `Menu\n\nShare\n\nCouncil closes the harbour bridge\n\n${LEAD}\n\nAdvertisement\n\n${LEAD}\n`;
    expect(texts(copied)).toEqual([
      'Menu',
      'Share',
      'Council closes the harbour bridge',
      LEAD,
      'Advertisement',
      LEAD,
    ]);
  });

  it('joins lines that were broken at a width, and parts paragraphs at blank lines and indents', () => {
    const wrapped = [
      'The ferry had been late all week, and by Thursday nobody on the',
      'quay asked any more. The harbour master put up a note, took it',
      'down again, and went home for lunch.',
      '',
      'On Friday it did not come at all. A fisherman said he had seen',
      'it turn back at the lighthouse, its flag at half mast, and that',
      'was all anyone ever learnt.',
    ].join('\r\n');
    const [first, second, ...rest] = texts(wrapped);
    expect(first).toMatch(/^The ferry .* on the quay asked .* for lunch\.$/);
    expect(second).toMatch(/^On Friday .* learnt\.$/);
    expect(rest).toEqual([]);
  });

  it('joins the lines of a wrapped text that is full of lists', () => {
    const wrapped = [
      '   The harbour council of Port Elm decides on Monday about the bridge and',
      '   its northern pier',
      '',
      '     * Home',
      '     * News and reports from the islands',
      '     * Sport',
      '     * Weather at sea',
      '     * Letters',
      '',
      '   The council had asked three engineers for their opinion, and all of them',
      '   wrote that the cables of the bridge must be changed before the winter, or',
      '   it would have to be closed to lorries and to the bus from the villages.',
      '',
      '   Shop owners on both sides of the water had opposed the plan for years, as',
      '   they said, because nobody would come to them by a ferry that is late.',
    ].join('\n');
    expect(texts(wrapped)[0]).toBe(
      'The harbour council of Port Elm decides on Monday about the bridge and its northern pier',
    );
    expect(texts(wrapped)).toHaveLength(4);
  });

  it('keeps short lines apart that nobody broke', () => {
    expect(texts('12 Mill Lane\nOldtown\nTel. 5550\nOpen daily')).toHaveLength(4);
  });

  it('reads lists with their numbers and depth', () => {
    const [list] = blocks('1. Flour\n2. Water\n3. Salt');
    expect(list).toMatchObject({ kind: 'list', text: 'Flour\nWater\nSalt' });
    expect(list?.kind === 'list' && list.items.map((item) => item.number)).toEqual([1, 2, 3]);
    const [nested] = blocks('- Bread\n  - rye\n- Milk');
    expect(nested?.kind === 'list' && nested.items.map((item) => item.depth)).toEqual([0, 1, 0]);
  });

  it('reads underlined lines as headings and rows of signs as rules', () => {
    expect(blocks(`Notes\n=====\n\n${LEAD}\n\n* * *\n\n${LEAD}`).map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'rule',
      'paragraph',
    ]);
  });

  it('loses no letter and gives every block an id of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
        const drafts = readText(lines.join('\n'));
        const letters = (text: string) => text.match(/\p{L}/gu)?.join('') ?? '';
        expect(letters(drafts.map(({ block }) => block.text).join(''))).toBe(letters(lines.join('')));
        expect(new Set(drafts.map(({ block }) => block.id)).size).toBe(drafts.length);
      }),
    );
  });

  it('reads a wrapped text without end in time that grows with its length', () => {
    const wrapped = (lines: number) => `${'word '.repeat(14)}\n`.repeat(lines);
    const work = (lines: number) => {
      const text = wrapped(lines);
      return () => void readText(text);
    };
    expect(doublingFactor(work(15_000), work(30_000))).toBeLessThanOrEqual(LINEAR);
    expect(readText(wrapped(15_000)).length).toBeGreaterThan(25);
  });

  it('cuts a paragraph too long to lay out, never inside a character', () => {
    const long = blocks('😀'.repeat(30_000));
    expect(long.length).toBeGreaterThan(1);
    for (const { text } of long) expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
});
