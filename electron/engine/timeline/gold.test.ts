import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import type { TimelineEvent } from '../../contract';
import { findEntities } from '../entities/find';
import { buildTimeline } from './build';

/**
 * Articles of our own writing, each a folder in `gold` with its text and every dated event it tells: the date as
 * TIMEX3 value, words of the clause that tells it, and the status where it is not "happened". To add one, write both
 * files; the sums below are the floor that no change may fall through.
 */
const GOLD = join(import.meta.dirname, 'gold');

interface Expected {
  published: string | null;
  events: { date: string; words: string; status?: string }[];
}

const parse = createPlainParser([]);

function read(name: string): {
  expected: Expected;
  text: string;
  events: (TimelineEvent & { at: [number, number] })[];
} {
  const text = readFileSync(join(GOLD, name, 'source.txt'), 'utf8');
  const expected = JSON.parse(readFileSync(join(GOLD, name, 'expected.json'), 'utf8')) as Expected;
  const { blocks, starts } = parse(text);
  const entities = findEntities(blocks, { titleBlock: null });
  const { events } = buildTimeline(blocks, entities, {
    publicationDate: expected.published,
    titleBlock: null,
  });
  const dated = events.filter(({ time }) => time !== null);
  return {
    expected,
    text,
    events: dated.map((event) => {
      const offset = starts.get(event.clause.block) ?? 0;
      return { ...event, at: [event.clause.start + offset, event.clause.end + offset] };
    }),
  };
}

interface Sums {
  gold: number;
  found: number;
  told: number;
  dated: number;
  status: number;
  misses: string[];
}

/** Pairs each expected event with one whose clause holds its words or lies in them, the same date first. */
function score(names: readonly string[]): Sums {
  const sums: Sums = { gold: 0, found: 0, told: 0, dated: 0, status: 0, misses: [] };
  for (const name of names) {
    const { expected, text, events } = read(name);
    const left = [...events];
    sums.gold += expected.events.length;
    sums.told += events.length;
    for (const { date, words, status = 'happened' } of expected.events) {
      const start = text.indexOf(words);
      const near = left.filter(({ at }) => at[0] < start + words.length && start < at[1]);
      const match = near.find(({ time }) => time?.timex === date) ?? near[0];
      if (match?.time?.timex !== date)
        sums.misses.push(`${name}: ${date} ${words} (${match?.time?.timex ?? 'none'})`);
      if (!match) continue;
      left.splice(left.indexOf(match), 1);
      sums.found++;
      if (match.time?.timex === date) sums.dated++;
      if (match.status === status) sums.status++;
    }
    sums.misses.push(
      ...left.map(({ time, headline }) => `${name}: not expected: ${time?.timex} ${headline}`),
    );
  }
  return sums;
}

describe('articles of our own writing', () => {
  const names = readdirSync(GOLD).sort();
  const sums = score(names);
  const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

  it('are read with every date told by its words', () => {
    expect(names.length).toBe(25);
    expect(
      share(sums.dated, sums.gold),
      `right date of all expected\n${sums.misses.join('\n')}`,
    ).toBeGreaterThanOrEqual(97);
  });

  it('lose no event and invent none', () => {
    expect(share(sums.found, sums.gold), 'recall').toBeGreaterThanOrEqual(97);
    expect(share(sums.found, sums.told), 'precision').toBeGreaterThanOrEqual(97);
  });

  it('tell what happened, is planned, is claimed', () => {
    expect(share(sums.status, sums.found), 'status').toBeGreaterThanOrEqual(97);
  });
});
