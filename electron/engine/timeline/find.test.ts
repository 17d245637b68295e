import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { buildTimeline } from './build';

const parse = createPlainParser([]);

/** Expressions of a text published on Friday, 18 September 2015, as "words = TYPE value". */
function times(text: string, publicationDate: string | null = '2015-09-18'): string[] {
  const { blocks } = parse(text);
  const { expressions } = buildTimeline(
    blocks,
    { mentions: [], entities: [] },
    { publicationDate, titleBlock: null },
  );
  return expressions.map(({ text: words, type, timex }) => `${words} = ${type} ${timex}`);
}

const CASES: [kind: string, sentence: string, ...expected: string[]][] = [
  ['written dates', 'The mill burned down on 3 May 1887.', '3 May 1887 = DATE 1887-05-03'],
  ['written dates', 'They married on Saturday, June 12, 1999.', 'Saturday, June 12, 1999 = DATE 1999-06-12'],
  ['written dates', 'The file is dated 2014-02-28.', '2014-02-28 = DATE 2014-02-28'],
  ['written dates', 'Born 11/22/1963, he grew up in Ohio.', '11/22/1963 = DATE 1963-11-22'],
  ['written dates', 'Work began in March 2012.', 'March 2012 = DATE 2012-03'],
  ['years', 'The bridge opened in 1931.', '1931 = DATE 1931'],
  ['years', 'Troy was besieged in 1184 BC, they say.', '1184 BC = DATE BC1184'],
  ['decades', 'Prices fell in the late 1970s.', 'the late 1970s = DATE 197'],
  ['centuries', 'The chapel is from the 12th century.', 'the 12th century = DATE 11'],
  ['weekdays', 'The mayor resigned on Wednesday.', 'Wednesday = DATE 2015-09-16'],
  ['weekdays', 'The court will meet on Tuesday.', 'Tuesday = DATE 2015-09-22'],
  ['weekdays', 'The council voted last Monday.', 'last Monday = DATE 2015-09-14'],
  ['months', 'The harbour froze in January.', 'January = DATE 2015-01'],
  ['months', 'The line will open in November.', 'November = DATE 2015-11'],
  ['neighbouring years', 'Both sides met in April past year.', 'April past year = DATE 2014-04'],
  ['neighbours', 'The fair opens next week.', 'next week = DATE 2015-W39'],
  ['neighbours', 'The strike began yesterday.', 'yesterday = DATE 2015-09-17'],
  ['neighbours', 'Rents rose this year.', 'this year = DATE 2015'],
  ['distances', 'She left the firm three weeks ago.', 'three weeks ago = DATE 2015-W35'],
  [
    'distances',
    'The dam broke on 2 May 2011. Two days later, help came.',
    '2 May 2011 = DATE 2011-05-02',
    'Two days later = DATE 2011-05-04',
  ],
  [
    'story',
    'It snowed on 5 March 1950. The previous day had been warm.',
    '5 March 1950 = DATE 1950-03-05',
    'The previous day = DATE 1950-03-04',
  ],
  ['lengths', 'They waited for six months.', 'six months = DURATION P6M'],
  [
    'lengths',
    'A two-hour flight took a year and a half to plan.',
    'two-hour = DURATION PT2H',
    'a year and a half = DURATION P1Y6M',
  ],
  ['lengths', 'The four-year-old war drags on.', 'four-year-old = DURATION P4Y'],
  ['sets', 'The market is held every Friday.', 'every Friday = SET XXXX-WXX-5'],
  ['seasons', 'The crop failed in the summer of 1816.', 'the summer of 1816 = DATE 1816-SU'],
  ['quarters', 'Profit fell in the second quarter of 2014.', 'the second quarter of 2014 = DATE 2014-Q2'],
  ['holidays', 'The store closed on Christmas Day 2012.', 'Christmas Day 2012 = DATE 2012-12-25'],
  ['holidays', 'They met on Easter Monday 2013.', 'Easter Monday 2013 = DATE 2013-04-01'],
  ['parts of the day', 'The alarm rang on Tuesday night.', 'Tuesday night = TIME 2015-09-15TNI'],
  ['clock', 'The train left at 10:30 p.m. Wednesday.', '10:30 p.m. Wednesday = TIME 2015-09-16T22:30'],
  ['vague', 'The town has recently grown.', 'recently = DATE PAST_REF'],
  ['ranges', 'He ruled from 1979 to 1989.', '1979 = DATE 1979', '1989 = DATE 1989'],
  ['ranges', 'The siege of 4-6 May 1940 failed.', '4 = DATE 1940-05-04', '6 May 1940 = DATE 1940-05-06'],
  ['ranges', 'The dynasty ruled from 499 to 493 BC.', '499 = DATE BC0499', '493 BC = DATE BC0493'],
];

describe('time expressions', () => {
  it.each(CASES)('%s: %s', (_kind, sentence, ...expected) => {
    expect(times(sentence)).toEqual(expected);
  });

  it('leaves open what only the day of publication could tell', () => {
    expect(times('The mayor resigned on Wednesday. Next week the council will meet.', null)).toEqual([
      'Wednesday = DATE XXXX-WXX-3',
      'Next week = DATE XXXX-WXX',
    ]);
  });
});

const NOT_TIMES = [
  'You may go.',
  'They march to the sea.',
  'April Morgan paints doors.',
  'He writes for the Sunday Times.',
  'We watched Friday Night Lights.',
  'The second door was locked.',
  'The school has 2000 pupils and 1850 chairs.',
  'The car costs $1999.',
  'Room 1984 is upstairs.',
  'Prices fall and springs rust.',
  'A 44-year-old man was hurt.',
  'The hospital bought three-quarters of the shares.',
  'She reads USA Today.',
  'The score was 10:30 in their favour.',
  'Theresa May spoke first.',
  'The august crowd fell silent.',
  'Call 555-2010 for help.',
  'He is in his thirties.',
  'The screen shows 1920×1080 points, or 2048 x 1536 at most.',
  'It scored 2045 in Geekbench and a score of 1998 before.',
  'The QC20s are light.',
  'He has an RTX-2080 and an RTX 2070.',
  'She is in her 40s; the clip lasts 30s.',
  'The battery holds 2000 mAh at 1950 MHz.',
  'It has a 2000-watt motor.',
];

describe('a weekday, by tense', () => {
  const onWednesday = (text: string): string[] =>
    times(text, '2015-09-16').map((time) => time.split(' ').at(-1) ?? '');

  it('is yesterday, not in six days, where a simple present tells it', () => {
    expect(onWednesday('A worker walks past the dam on Tuesday.')).toEqual(['2015-09-15']);
    expect(onWednesday('The council meets on Thursday.')).toEqual(['2015-09-17']);
    expect(onWednesday('The court will meet on Tuesday.')).toEqual(['2015-09-22']);
  });

  it('lies behind where somebody was the first to do it', () => {
    expect(onWednesday('Ida Holm was the first to land on Friday.')).toEqual(['2015-09-11']);
  });
});

describe('what only looks like a time', () => {
  it.each(NOT_TIMES)('%s', (sentence) => {
    expect(times(sentence)).toEqual([]);
  });
});
