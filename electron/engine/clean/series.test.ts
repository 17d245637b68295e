import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../read/draft';
import { describeLooks } from './features';
import { keepInnerLines } from './nearly-all';
import { keepSeries } from './series';

const paragraph = (text: string, at: number): DraftBlock => ({
  block: { kind: 'paragraph', id: `p${at}`, text, marks: [] },
  evidence: { linkShare: 0, inside: [], names: [], hidden: false, located: true },
});

const PROSE =
  'The council of Port Elm voted on Tuesday to close the old harbour bridge for eleven weeks. '.repeat(4);
const towns = ['Elm', 'Halm', 'Brenn', 'Ulm', 'Orm', 'Sund'];

describe('keepSeries', () => {
  it.each([
    ['days', towns.map((town, i) => `July ${i + 2} – ${town}, the old hall`)],
    ['numbers', towns.map((town, i) => `${i + 1}. The bridge of ${town}`)],
    ['labels', towns.map((town) => `${town}: two boats`)],
  ])('keeps a series of %s whole where a good part of it stays', (_, lines) => {
    const keep = lines.map((__, i) => i % 3 === 0);
    keepSeries(lines.map(paragraph), keep);
    expect(keep).not.toContain(false);
  });

  it('keeps none that goes but for one line, and no lines that begin in other ways', () => {
    const keep = towns.map((_, i) => i === 0);
    keepSeries(
      towns.map((town, i) => paragraph(`July ${i + 2} – ${town}`, i)),
      keep,
    );
    expect(keep.filter(Boolean)).toHaveLength(1);
    const menu = towns.map((_, i) => i % 3 === 0);
    keepSeries(towns.map(paragraph), menu);
    expect(menu.filter(Boolean)).toHaveLength(2);
  });
});

describe('keepInnerLines', () => {
  const kept = (lines: readonly string[], gone: readonly string[]) => {
    const blocks = lines.map(paragraph);
    const keep = lines.map((line) => !gone.includes(line));
    keepInnerLines(
      blocks,
      describeLooks(blocks),
      lines.map(() => 0.3),
      keep,
    );
    return lines.filter((_, i) => keep[i]);
  };

  it('keeps lines inside a text that stays nearly whole, but for what says that it is none', () => {
    const text = [PROSE, 'The ferries', PROSE, 'Share this', PROSE, 'Contact'];
    expect(kept(text, ['The ferries', 'Share this', 'Contact'])).toEqual([
      PROSE,
      'The ferries',
      PROSE,
      PROSE,
    ]);
  });

  it('leaves a text of which more goes alone', () => {
    expect(
      kept([PROSE, 'The ferries', PROSE, `${PROSE} again`], ['The ferries', `${PROSE} again`]),
    ).toHaveLength(2);
  });
});
