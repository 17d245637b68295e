import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { buildTimeline } from './build';

const parse = createPlainParser([]);

/** Values and explanations of a text published on Friday, 18 September 2015. */
function told(text: string, publicationDate: string | null = '2015-09-18'): string[] {
  const { blocks } = parse(text);
  const context = { publicationDate, titleBlock: null };
  const { expressions } = buildTimeline(blocks, { mentions: [], entities: [] }, context);
  return expressions.map(({ text: words, timex, value }) =>
    [words, timex, value?.relative?.label ?? value?.origin.explanation].join(' | '),
  );
}

const DATED: [sentence: string, ...expected: string[]][] = [
  ['He left on Wednesday.', 'Wednesday | 2015-09-16 | the Wednesday before publication'],
  ['He will leave on Wednesday.', 'Wednesday | 2015-09-23 | the Wednesday after publication'],
  ['He left on Friday.', 'Friday | 2015-09-18 | the day of publication, a Friday'],
  ['It froze in January.', 'January | 2015-01 | the January before publication'],
  ['It will open in November.', 'November | 2015-11 | the November after publication'],
  ['It opened in September.', 'September | 2015-09 | the September in which it was published'],
  ['It opened on 12 April.', '12 April | 2015-04-12 | the 12 April before publication'],
  ['He left last year.', 'last year | 2014 | the year before publication'],
  ['He will leave next year.', 'next year | 2016 | the year after publication'],
  ['Rents rose this year.', 'this year | 2015 | the year of publication'],
  ['They met in April last year.', 'April last year | 2014-04 | April of the year before publication'],
  ['They will meet in April next year.', 'April next year | 2016-04 | April of the year after publication'],
  ['He left yesterday.', 'yesterday | 2015-09-17 | the day before publication'],
  ['He will leave tomorrow.', 'tomorrow | 2015-09-19 | the day after publication'],
  ['He left the day before yesterday.', 'the day before yesterday | 2015-09-16 | 2 days before publication'],
  ['He will leave the day after tomorrow.', 'the day after tomorrow | 2015-09-20 | 2 days after publication'],
  ['He left three weeks ago.', 'three weeks ago | 2015-W35 | 3 weeks before publication'],
  ['He will leave three weeks from now.', 'three weeks from now | 2015-W41 | 3 weeks after publication'],
  ['He left a week ago.', 'a week ago | 2015-W37 | 1 week before publication'],
  ['The town has recently grown.', 'recently | PAST_REF | some time in the past'],
  ['They will soon leave.', 'soon | FUTURE_REF | some time in the future'],
  ['They are currently away.', 'currently | PRESENT_REF | at the time of writing'],
  ['He slept for six months.', 'six months | P6M | '],
  ['He fell ill in the past three months.', 'the past three months | P3M | the 3 months before publication'],
  ['He will rest over the next two weeks.', 'the next two weeks | P2W | the 2 weeks after publication'],
  [
    'The dam broke on 2 May 2011. Two days later, help came. The previous day had been calm.',
    '2 May 2011 | 2011-05-02 | as written',
    'Two days later | 2011-05-04 | 2 days after 2 May 2011',
    'The previous day | 2011-05-03 | the day before 4 May 2011',
  ],
  [
    'It rained on 5 March 1950. The following week was dry, and that year the crop failed.',
    '5 March 1950 | 1950-03-05 | as written',
    'The following week | 1950-W10 | the week after 5 March 1950',
    'that year | 1950 | the year of the week of 6 March 1950',
  ],
  [
    'The siege ended in the 480s BC. Troy fell in March 1184 BC.',
    'the 480s BC | BC048 | as written',
    'March 1184 BC | BC1184-03 | as written',
  ],
];

describe('explanations', () => {
  it.each(DATED)('%s', (sentence, ...expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

const WAITING: [sentence: string, ...expected: string[]][] = [
  ['He left on Wednesday.', 'Wednesday | XXXX-WXX-3 | Wednesday before publication'],
  ['He will leave on Wednesday.', 'Wednesday | XXXX-WXX-3 | Wednesday after publication'],
  ['They met in April last year.', 'April last year | XXXX-04 | April of the year before publication'],
  ['They will meet in April next year.', 'April next year | XXXX-04 | April of the year after publication'],
  ['He left last week.', 'last week | XXXX-WXX | week before publication'],
  ['He will leave next week.', 'next week | XXXX-WXX | week after publication'],
  ['He met them last Monday.', 'last Monday | XXXX-WXX-1 | Monday before publication'],
  ['He left on Monday last week.', 'Monday last week | XXXX-WXX-1 | Monday of the week before publication'],
  ['He moved in three weeks ago.', 'three weeks ago | XXXX-WXX | 3 weeks before publication'],
];

describe('explanations while the day of publication is unknown', () => {
  it.each(WAITING)('%s', (sentence, ...expected) => {
    expect(told(sentence, null)).toEqual(expected);
  });
});

const SHARED: [sentence: string, ...values: string[]][] = [
  ['It rained in March and April 1990.', '1990-03', '1990-04'],
  ['He toured from November to February 1990.', '1989-11', '1990-02'],
  ['The strike ran from 5 May to 6 June 1940.', '1940-05-05', '1940-06-06'],
  ['The siege of 4-6 May 1940 failed.', '1940-05-04', '1940-05-06'],
  ['He came on May 4 and 5, 1940.', '1940-05-04', '1940-05-05'],
  ['The war of 1915-16 ended.', '1915', '1916'],
  ['They ruled from 499 to 493 BC.', 'BC0499', 'BC0493'],
];

describe('a year that several times share', () => {
  it.each(SHARED)('%s', (sentence, ...values) => {
    expect(told(sentence).map((line) => line.split(' | ')[1])).toEqual(values);
  });
});
