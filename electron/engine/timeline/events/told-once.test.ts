import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../../cli/predict/parsed-blocks';
import { findEntities } from '../../entities/find';
import { buildTimeline } from '../build';

const parse = createPlainParser([]);

/** Dated events as "date: headline". */
function dated(text: string, publicationDate: string | null = '2015-09-18'): string[] {
  const { blocks } = parse(text);
  const entities = findEntities(blocks, { titleBlock: null });
  return buildTimeline(blocks, entities, { publicationDate, titleBlock: null })
    .events.filter(({ time }) => time)
    .map(({ time, headline }) => `${time?.timex}: ${headline}`);
}

describe('a headline names what it speaks of', () => {
  it('by the sentence where a pronoun or "these" points out of the clause', () => {
    expect(dated('Although its fame grew in the 1920s, the mill kept its old owners.')).toEqual([
      '192: Although its fame grew in the 1920s, the mill kept its old owners',
    ]);
    expect(dated('The mill faced two suits, but these suits were dropped in 2012.')).toEqual([
      '2012: The mill faced two suits, but these suits were dropped in 2012',
    ]);
  });

  it('keeps the clause where the sentence tells no more', () => {
    expect(dated('In 1914 she left Paris for Zurich.')).toEqual(['1914: She left Paris for Zurich']);
  });

  it('without words that only tie it to what went before', () => {
    expect(dated('In fact, the town sold the mill in 2012.')).toEqual(['2012: The town sold the mill']);
    expect(dated('As a result, the mill burned down in 2012.')).toEqual(['2012: The mill burned down']);
  });

  it('with the whole of a word that a hyphen joins', () => {
    expect(dated('The inquiry was shelved in 2012 but was re-opened last year.')[1]).toMatch(/re-opened/);
  });

  it('and is no event where one common word is all that it is about', () => {
    expect(dated('The plan agrees with another announced by the ministry in March.')).toEqual([]);
  });
});

describe('an event is told once', () => {
  it('whether in the same words or in some of them', () => {
    const text =
      'The first coffee house of the city opened in Vienna in 1685. The first coffee house was opened in the city of Vienna in 1685.';
    expect(dated(text)).toEqual(['1685: The first coffee house of the city opened in Vienna']);
  });

  it('and not once more by who says so', () => {
    const text = 'The harvest grew by a tenth in the first quarter of 2015, the ministry said Friday.';
    expect(dated(text).map((event) => event.split(':')[0])).toEqual(['2015-Q1']);
  });

  it('and a length of time beside a date dates nothing', () => {
    const text = 'In 2012, a fifth of the town reported that it had been ill in the past two weeks.';
    expect(dated(text).map((event) => event.split(':')[0])).toEqual(['2012']);
  });
});

describe('a pronoun behind the verb', () => {
  const text = 'Paul Kerr hid in the mill. Police arrested him at the gate on Tuesday.';

  it('gives way to the name that references tell', () => {
    const { blocks } = parse(text);
    const entities = findEntities(blocks, { titleBlock: null });
    const kerr = entities.mentions.find(({ text: words }) => words === 'Paul Kerr') ?? null;
    const { events } = buildTimeline(blocks, entities, {
      publicationDate: '2015-09-18',
      titleBlock: null,
      resolvePronoun: ({ start, end }) => (text.slice(start, end) === 'him' ? kerr : null),
    });
    expect(events.filter(({ time }) => time).map(({ headline }) => headline)).toEqual([
      'Police arrested Paul Kerr at the gate',
    ]);
  });

  it('shows the sentence where something before the clause may be meant', () => {
    expect(dated('The town fears a new fever, after two bakers caught it in March.')).toEqual([
      '2015-03: The town fears a new fever, after two bakers caught it in March',
    ]);
  });
});

describe('a clause gets its own time', () => {
  it('behind "and" at a border of clauses', () => {
    expect(dated('Traders spread the habit, and in 1645, the first house was opened in Venice.')).toEqual([
      '1645: The first house was opened in Venice',
    ]);
  });

  it('where two clauses were read as one with two subjects', () => {
    const text =
      "The group stage of qualifying finished on Tuesday, and 20 teams have booked their spots in next summer's tournament.";
    expect(dated(text)[0]).toBe('2015-09-15: The group stage of qualifying finished');
  });

  it('which two neighbouring years share', () => {
    expect(dated('In 2011 and 2012 the mill stood empty.')).toEqual(['2011/2012: The mill stood empty']);
    expect(dated('Sales of the mill grew by half between CY 2012 and CY 2013.')[0]).toMatch(/^2012\/2013: /);
    expect(dated('The market grew from 191 million in 2011 to 25.6 billion in 2013.')[0]).toMatch(
      /^2011\/2013: /,
    );
    expect(dated('Fires doubled from 2010 (40 cases) to 2013 (81 cases).')[0]).toMatch(/^2010\/2013: /);
  });

  it('and none that is only somewhere in a year', () => {
    expect(dated('The mill opened in 1931. The next morning the baker came.')).toEqual([
      '1931: The mill opened',
    ]);
  });
});

describe('a study', () => {
  it('is told by what it found', () => {
    expect(dated('A study published in the journal in 2012 found that bakers sleep well.')).toEqual([
      '2012: A study published in the journal in 2012 found that bakers sleep well',
    ]);
  });
});

describe('a forecast', () => {
  it('looks ahead, however it is told', () => {
    expect(dated('The office has outlined a high risk of storms for Saturday.', '2015-09-18')[0]).toMatch(
      /^2015-09-19/,
    );
    expect(dated('The office issued a forecast of rain for Sunday.', '2015-09-18')[0]).toMatch(/^2015-09-20/);
  });
});

describe('what is no event of a timeline', () => {
  it.each([
    'In 2016, tools are set to become even more critical to the work of bakers.',
    'In 2016, visitors expect a page to load at once.',
    'The sign is popular, and it is still hanging in the hall today.',
    'Today, the sheer amount of data has reached levels unknown before.',
    'We will play the third part next week.',
    'The post How to Bake in 2015 appeared first on Oven News.',
    'In this blog post, we will show the best ovens of 2015.',
    'We tested all games, even Cyberpunk 2077.',
    'In this day and age, most of the work has moved elsewhere.',
    'The guard got a foul in the third quarter after a dunk and two free throws.',
  ])('%s', (text) => {
    expect(dated(text)).toEqual([]);
  });

  it('"would" in a tale of the past happened', () => {
    const text =
      'In 1999 she wrote a song. It was the first step on a path that would lead to Paris ten years later.';
    const { blocks } = parse(text);
    const { events } = buildTimeline(blocks, findEntities(blocks, { titleBlock: null }), {
      publicationDate: '2009-11-13',
      titleBlock: null,
    });
    expect(events.filter(({ time }) => time).map(({ status }) => status)).not.toContain('planned');
  });

  it('"that July" needs no year, "that July 2013" has one', () => {
    expect(
      dated('The office reports that July 2013 saw floods and that the river broke its dam in July 2013.')[0],
    ).toMatch(/^2013-07/);
  });
});
