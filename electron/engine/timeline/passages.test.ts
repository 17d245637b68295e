import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { buildTimeline } from './build';

const parse = createPlainParser([]);

/** Expressions as "words = value", in reading order. */
function times(text: string, publicationDate = '2015-09-18'): string[] {
  const { blocks } = parse(text);
  return buildTimeline(
    blocks,
    { mentions: [], entities: [] },
    { publicationDate, titleBlock: null },
  ).expressions.map(({ text: words, timex }) => `${words} = ${timex}`);
}

function explanationOf(text: string, words: string, publicationDate = '2015-09-18'): string | undefined {
  const { blocks } = parse(text);
  const { expressions } = buildTimeline(
    blocks,
    { mentions: [], entities: [] },
    { publicationDate, titleBlock: null },
  );
  return expressions.find((expression) => expression.text === words)?.value?.origin.explanation;
}

/** Enough years far back to make the text a history. */
const HISTORY = 'The town was founded in 1702. Its wall was built in 1741. The mill burned down in 1788.';

describe('a history goes on from the year it stands in', () => {
  it('not from one that lies ahead of what it tells', () => {
    expect(
      times(`${HISTORY} In March 1790 the council drew up a planned canal of 1812. In April it met.`),
    ).toContain('April = 1790-04');
    expect(
      times(`${HISTORY} In March 1790 the siege began, which would end in 1794. In April the gate fell.`),
    ).toContain('April = 1790-04');
    expect(
      times(
        `${HISTORY} In March 1790 a siege began that lasted until the fall of the fort in 1794. In April it rained.`,
      ),
    ).toContain('April = 1790-04');
  });

  it('not from one that a figure is compared with', () => {
    expect(
      times(
        `${HISTORY} In March 1790 the town had 900 hearths, as against a figure of 400 in 1750. In April it rained.`,
      ),
    ).toContain('April = 1790-04');
  });

  it('not from a day of the writer’s own', () => {
    expect(
      times(
        `${HISTORY} On 3 May 1790 the fort fell. The town celebrates on 14 July. On 17 July the king came.`,
      ).at(-1),
    ).toBe('17 July = 1790-07-17');
  });

  it('and stays at its month where only the year is told again', () => {
    expect(
      times(`${HISTORY} In December 1790 it snowed, the worst of all 1790. In January the ice broke.`),
    ).toContain('January = 1791-01');
  });
});

describe('a paragraph of a report', () => {
  it('keeps the far year it tells of', () => {
    const text = 'Ida Holm spoke on Wednesday. In 1955 she moved to Paris. In December she married.';
    expect(times(text)).toContain('December = 1955-12');
    expect(explanationOf(text, 'December')).toBe('December, with the year of 1955, told before');
  });

  it('until something is counted from publication', () => {
    expect(
      times('In 1955 she moved to Paris. Last week she came back. In June she had sold the house.'),
    ).toContain('June = 2015-06');
  });

  it('does not reach "that night" back over many others', () => {
    const between = Array.from({ length: 7 }, (_, index) => `Clerk ${index} knew nothing of it.`).join(
      '\n\n',
    );
    expect(times(`The film was shown on Monday.\n\n${between}\n\nThat night the guard had slept.`)).toContain(
      'That night = PAST_REF',
    );
  });
});

describe('a text that advises its reader', () => {
  const advice =
    'You can see your way best in daylight. Take your boots and your map, and keep your food in your pack. '.repeat(
      12,
    );

  it('has months and seasons that come back every year', () => {
    const text = `${advice}Rain falls between June and November. In spring the huts are closed.`;
    expect(times(text)).toEqual(['June = XXXX-06', 'November = XXXX-11', 'spring = XXXX-SP']);
    expect(explanationOf(text, 'June')).toBe('June of every year, as the text advises its reader');
  });

  it('and months of its own year where it tells what was', () => {
    expect(times(`${advice}The path was closed in June.`)).toEqual(['June = 2015-06']);
  });
});

describe('figures and calendars', () => {
  it.each<[string, ...string[]]>([
    ['He won in 1976, 80 and 84.', '1976 = 1976', '80 = 1980', '84 = 1984'],
    ['In 1990, 40 men left.', '1990 = 1990'],
    ['Sales rose in FY2014.', 'FY2014 = 2014'],
    ['The first pass ended on 05/06/2015.', '05/06/2015 = 2015-05-06'],
    ['It ran from 05/06/2015 to 25/06/2015.', '05/06/2015 = 2015-06-05', '25/06/2015 = 2015-06-25'],
    ['Caesar died on 15 March 44 BC.', '15 March 44 BC = BC0044-03-15'],
    ['The plane vanished just over 24 hours ago.', '24 hours ago = 2015-09-17'],
    ['She improved from 10:30 to 10:12.'],
    ['He died on 5 Muharram 1437 AH.', '5 Muharram 1437 AH = XXXX'],
    ['The law passed in Reiwa 5.', 'Reiwa 5 = XXXX'],
  ])('%s', (text, ...expected) => {
    expect(times(text)).toEqual(expected);
  });

  it('a date of another calendar is named as such and not converted', () => {
    expect(explanationOf('He died on 5 Muharram 1437 AH.', '5 Muharram 1437 AH')).toBe(
      'a date of the Islamic calendar, as written; not converted',
    );
  });
});
