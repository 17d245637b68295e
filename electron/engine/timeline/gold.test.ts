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
 * files.
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

/** Pairs each expected event with one whose clause holds its words or lies in them, the same date first. */
function missesOf(name: string): string[] {
  const { expected, text, events } = read(name);
  const left = [...events];
  const misses: string[] = [];
  for (const { date, words, status = 'happened' } of expected.events) {
    const start = text.indexOf(words);
    const near = left.filter(({ at }) => at[0] < start + words.length && start < at[1]);
    const match = near.find(({ time }) => time?.timex === date) ?? near[0];
    const found = match ? `${match.time?.timex} ${match.status}` : 'nothing';
    if (found !== `${date} ${status}`) misses.push(`${date} ${status}, "${words}": ${found}`);
    if (match) left.splice(left.indexOf(match), 1);
  }
  const notExpected = left.map(({ time, headline }) => `not expected: ${time?.timex} ${headline}`);
  return [...misses, ...notExpected];
}

/** What is read wrongly today, by article. What is mended leaves the list; nothing may join it. */
const KNOWN: Record<string, string[]> = {
  ancient: ['BC0710 happened, "Kroton was founded": nothing'],
  'board-minutes': ['2013-03 planned, "It postponed the sale": 2013-03 happened'],
  expedition: ['1898-SU happened, "Aker returned": nothing'],
  'ferry-strike': ['not expected: 2016-03-08T12:00 Ferry traffic across the strait stopped'],
  'fire-inquest': [
    '2014-02-27 happened, "an inquest heard": nothing',
    'not expected: 2014-02-27TMO Joseph Kerr had locked the back door',
  ],
  transfer: ['2016-10 happened, "suffered in October": nothing'],
};

describe('articles of our own writing', () => {
  const names = readdirSync(GOLD).sort();

  it('are all there', () => {
    expect(names.length).toBe(25);
  });

  it.each(names)('%s: every event is found with its date and status, and none invented', (name) => {
    expect(missesOf(name)).toEqual(KNOWN[name] ?? []);
  });
});
