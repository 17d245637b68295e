import { describe, expect, it } from 'vitest';
import type { Token } from '../language/document';
import type { ParsedBlock } from '../stages';
import { buildTimeline } from './build';
import type { Pattern } from './pattern';
import { timeRules } from './rules';

/** Words that each lexical class reads, so that every pattern can be spelt out. */
const SAMPLES: Record<string, string> = {
  number: 'twenty-one',
  count: 'a few',
  ordinal: 'third',
  unit: 'years',
  month: 'May',
  weekday: 'Monday',
  anyWeekday: 'Mon.',
  weekdays: 'Mondays',
  season: 'summer',
  part: 'night',
  holiday: 'Christmas',
  clockWord: 'noon',
  day: '4th',
  year: '1990',
  yearInWords: 'nineteen ninety-seven',
  decade: '1990s',
  centuryYear: '480',
  clock: '10:30',
  meridiem: 'p.m.',
  zone: 'GMT',
  otherMonth: 'Dhu al-Hijjah',
  era: 'Reiwa',
};

/** The text of each element of a pattern, the last of its alternatives. */
function elementsOf({ elements }: Pattern): string[] {
  return elements.map((element) =>
    element.kind === 'class' ? (SAMPLES[element.name] ?? '') : ([...element.words].at(-1) ?? ''),
  );
}

/** Tokens without a model, each headed by the one before: the deepest tree there is. */
function chained(text: string): ParsedBlock {
  const tokens: Token[] = [...text.matchAll(/[\p{L}\d]+|[^\s\p{L}\d]/gu)].map((match, index) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    tag: 'NN',
    pos: 'NOUN',
    lemma: match[0],
    morph: '',
    head: Math.max(0, index - 1),
    dep: index === 0 ? 'ROOT' : 'compound',
    spaceAfter: text[match.index + match[0].length] === ' ',
  }));
  const parsed = { text, tokens, sentences: [{ first: 0, end: tokens.length }], names: [] };
  return { id: 'b1', kind: 'paragraph', parsed };
}

function milliseconds(text: string): number {
  const { user: before } = process.cpuUsage();
  buildTimeline(
    [chained(text)],
    { mentions: [], entities: [] },
    { publicationDate: '2015-09-18', titleBlock: null },
  );
  return (process.cpuUsage().user - before) / 1000;
}

const CHARACTERS = 3_000;

/** A pattern whole, cut before its end, and each of its elements alone, over and over. */
function hostileTexts(pattern: Pattern): string[] {
  const elements = elementsOf(pattern);
  const units = [elements.join(' '), elements.slice(0, -1).join(' '), ...elements].filter(
    (unit) => unit !== '',
  );
  return [...new Set(units)].map((unit) => `${unit} `.repeat(Math.ceil(CHARACTERS / (unit.length + 1))));
}

describe('strings that could be slow to read', () => {
  const texts = new Set(timeRules.flatMap(({ patterns }) => patterns.flatMap(hostileTexts)));

  it('knows a sample of every lexical class', () => {
    const classes = timeRules.flatMap(({ patterns }) =>
      patterns.flatMap(({ elements }) =>
        elements.flatMap((element) => (element.kind === 'class' ? [element.name] : [])),
      ),
    );
    expect(classes.filter((name) => !(name in SAMPLES))).toEqual([]);
  });

  it('no pattern, whole or cut or in pieces, takes long on thousands of its own words', () => {
    milliseconds('warm up on 4 May 1990 '.repeat(100));
    const slow = [...texts].filter((text) => milliseconds(text) > 250 && milliseconds(text) > 250);
    expect(slow.map((text) => text.slice(0, 60))).toEqual([]);
  }, 120_000);
});
