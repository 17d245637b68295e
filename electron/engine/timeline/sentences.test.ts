import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { findEntities } from '../entities/find';
import { buildTimeline } from './build';
import events from './sentences/events.json';
import times from './sentences/times.json';

/**
 * Sentences of our own, each with what a reader takes from it when it was published on Friday, 18 September 2015:
 * - `times.json`: its time expressions as "words = TYPE value modifier first..last"
 * - `events.json`: its events as "EDTF status (source): headline", or "near" the day it is put beside in the list
 * To add one, write what is right, not what comes out; a sentence that is read wrongly today has no place here.
 */
const CONTEXT = { publicationDate: '2015-09-18', titleBlock: null };
const parse = createPlainParser([]);

function timesOf(text: string): string[] {
  const { expressions } = buildTimeline(parse(text).blocks, { mentions: [], entities: [] }, CONTEXT);
  return expressions.map(({ text: words, type, timex, value }) => {
    const { first = null, last = null, modifier = null } = value ?? {};
    const days = first === last ? first : `${first}..${last}`;
    return [words, '=', type, timex, modifier, days].filter((part) => part !== null).join(' ');
  });
}

function eventsOf(text: string): string[] {
  const { blocks } = parse(text);
  const found = buildTimeline(blocks, findEntities(blocks, { titleBlock: null }), CONTEXT).events;
  return found.map(({ time, near, status, source, headline }) => {
    const when = time ? time.edtf : `near ${near?.first}`;
    return `${when} ${status}${source ? ` (${source})` : ''}: ${headline}`;
  });
}

const cases = (table: Record<string, Record<string, string[]>>) =>
  Object.entries(table).flatMap(([kind, sentences]) =>
    Object.entries(sentences).map(([sentence, expected]) => ({ kind, sentence, expected })),
  );

describe('times', () => {
  it.each(cases(times))('$kind: $sentence', ({ sentence, expected }) => {
    expect(timesOf(sentence)).toEqual(expected);
  });
});

describe('events', () => {
  it.each(cases(events))('$kind: $sentence', ({ sentence, expected }) => {
    expect(eventsOf(sentence)).toEqual(expected);
  });
});
