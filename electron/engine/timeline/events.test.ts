import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../cli/predict/parsed-blocks';
import { findEntities } from '../entities/find';
import type { ParsedBlock } from '../stages';
import { buildTimeline } from './build';
import { HEADLINE_LIMIT } from './events/headline';
import { tableOf } from './events/test-table';

const parse = createPlainParser([]);

function timelineOf(text: string, publicationDate: string | null = '2015-09-18') {
  const { blocks } = parse(text);
  const entities = findEntities(blocks, { titleBlock: null });
  const timeline = buildTimeline(blocks, entities, { publicationDate, titleBlock: null });
  const nameOf = new Map(entities.entities.map(({ id, name }) => [id, name]));
  return { ...timeline, blocks, names: (ids: string[]) => ids.map((id) => nameOf.get(id)) };
}

/** Dated events as "date status: headline". */
function dated(text: string, publicationDate: string | null = '2015-09-18'): string[] {
  return timelineOf(text, publicationDate)
    .events.filter(({ time }) => time)
    .map(({ time, status, headline }) => `${time?.timex} ${status}: ${headline}`);
}

describe('events', () => {
  it('tell who did what, in the words of the article', () => {
    expect(dated('Anna Berger sold the old mill to a brewer on Wednesday.')).toEqual([
      '2015-09-16 happened: Anna Berger sold the old mill to a brewer',
    ]);
  });

  it('make one of each dated clause of a sentence', () => {
    const text =
      'Paul Weber said he had met on Tuesday with Clara Jung, who announced that she would travel to Oslo next week.';
    expect(dated(text)).toEqual([
      '2015-09-15 happened: Paul Weber had met with Clara Jung',
      '2015-W39 planned: Clara Jung would travel to Oslo',
    ]);
  });

  it('know plans, claims, denials and what goes on', () => {
    const status = (text: string) => timelineOf(text).events.map((event) => [event.status, event.source]);
    expect(status('The council will close the bridge on Monday.')).toEqual([['planned', null]]);
    expect(status('Officials claimed that the Navy sank two boats on Monday.')).toEqual([
      ['claimed', 'Officials'],
    ]);
    expect(status('The ministry denied that its agents had broken into the office on Monday.')).toEqual([
      ['denied', 'The ministry'],
    ]);
    expect(status('Workers are repairing the dam this week.')).toEqual([['ongoing', null]]);
  });

  it('know what was called off and what may be', () => {
    const told = (text: string) =>
      timelineOf(text).events.map(({ status, headline }) => `${status}: ${headline}`);
    expect(told('The concert on Friday, 25 September, was cancelled.')).toEqual([
      'cancelled: The concert on Friday, 25 September, was cancelled',
    ]);
    expect(told('The march will not take place on 25 September.')).toEqual([
      'cancelled: The march will not take place',
    ]);
    expect(told('On Monday the council cancelled the fair.')).toEqual([
      'happened: The council cancelled the fair',
    ]);
    expect(told('The court could rule on Tuesday.')).toEqual(['hypothetical: The court could rule']);
    expect(told('If the board agrees, the merger will close in March.')).toEqual([
      'hypothetical: If the board agrees, the merger will close in March',
    ]);
    expect(dated('Prices could fall in 2016.')).toEqual([]);
  });

  it('name their source as an entity', () => {
    const { events, names } = timelineOf('Maria Lopez claimed that the Navy sank two boats on Monday.');
    expect(names(events.flatMap(({ sourceEntity }) => sourceEntity ?? []))).toEqual(['Maria Lopez']);
  });

  it('go by tense alone where a stated day cannot be compared with the day of publication', () => {
    expect(
      dated('The old pier collapsed on 9 March 2024. The new one will open on 3 May 2025.', null),
    ).toEqual(['2024-03-09 happened: The old pier collapsed', '2025-05-03 planned: The new one will open']);
  });

  it('keep the entities of the clause', () => {
    const { events, names } = timelineOf('On 3 May 2012, Maria Lopez opened a school in Lisbon.');
    expect(names(events[0]?.entities ?? [])).toEqual(expect.arrayContaining(['Maria Lopez', 'Lisbon']));
  });

  it('tell nouns that happen by themselves', () => {
    expect(dated('The 1906 earthquake still shapes the city.')).toEqual([
      '1906 happened: The 1906 earthquake still shapes the city',
    ]);
  });

  it('never cut a headline inside a word or let it run long', () => {
    const long =
      'the director of the museum of the history of the railways of the north of the old kingdom of the Danes';
    const { events, blocks } = timelineOf(`Engineers praised ${long} in Prague on Wednesday.`);
    const words = new Set(blocks[0]?.parsed.tokens.map(({ text }) => text.toLowerCase()));
    expect(events).toHaveLength(1);
    expect(events[0]?.headline.length).toBeLessThanOrEqual(HEADLINE_LIMIT);
    for (const word of events[0]?.headline.toLowerCase().split(' ') ?? []) expect(words).toContain(word);
  });

  it('join the two ends of a stretch', () => {
    const { events } = timelineOf('Lena Falk ran the museum from May 2001 to July 2004.');
    expect(events.map(({ time }) => [time?.first, time?.last])).toEqual([['2001-05-01', '2004-07-31']]);
  });

  it('date nothing by what is only compared with', () => {
    expect(dated('Holm Foods sold 12 mills compared with 1998.')).toEqual([]);
    expect(dated('It was the first loss of Holm Foods since 1992.')).toEqual([]);
  });

  it('give undated events a place and no date', () => {
    const { events } = timelineOf('Peter Braun founded a bakery in Graz.');
    expect(events.map(({ time, near }) => [time, near?.first])).toEqual([[null, '2015-09-18']]);
  });
});

describe('chronologies', () => {
  it('lines that begin with a date tell what stands behind it', () => {
    expect(
      dated(
        '1922: foundation of the lamp works\n\n3 May 1938 – first radio leaves the works\n\n1961: Otto Lind dies',
      ),
    ).toEqual([
      '1922 happened: Foundation of the lamp works',
      '1938-05-03 happened: First radio leaves the works',
      '1961 happened: Otto Lind dies',
    ]);
  });

  it('rows with a date tell what the other cells say; figures and headers tell nothing', () => {
    const rows = [
      ['Year', 'What happened', 'Lamps'],
      ['1922', 'Lamp works founded', '40'],
      ['May 1938', 'First radio built', 'none'],
      ['1950', '2,400', '17'],
    ];
    const { text, cells } = tableOf(rows);
    const [block] = parse(text).blocks;
    const table = { ...(block as ParsedBlock), kind: 'table' as const };
    const { events } = buildTimeline(
      [table],
      { mentions: [], entities: [] },
      { publicationDate: '2015-09-18', titleBlock: null, tables: new Map([[table.id, cells]]) },
    );
    expect(events.map(({ time, headline }) => `${time?.timex}: ${headline}`)).toEqual([
      '1922: Lamp works founded',
      '1938-05: First radio built, none',
    ]);
  });
});

describe('what is no event', () => {
  it.each([
    'Book your seat before 3 May 2016.',
    'You save money if you pay in March 2016.',
    'Today plague is rare.',
    'The bank could have raised rates in October.',
    'If it rains on Monday, the match will move.',
    'Was it wise to open in May 2015?',
    'I think the plan failed in 2014.',
    'It was in 2014.',
    'Sales were up from 13 percent in March 2013.',
    'This page was last updated on 3 May 2015.',
    'The best cameras available today are small.',
    'Photos of the pier in 2014.',
  ])('%s', (text) => {
    expect(dated(text)).toEqual([]);
  });
});

describe('headlines', () => {
  const headlines = (text: string): string[] => dated(text).map((line) => line.slice(line.indexOf(': ') + 2));

  it('keep what the verb needs and leave the date out whole, or in', () => {
    expect(headlines('On Monday, the mayor said that the bridge would close.')).toEqual([
      'The mayor said that the bridge would close',
    ]);
    expect(headlines('The firm has grown since 1999.')).toEqual(['The firm has grown since 1999']);
    expect(headlines('Back in 1999, the firm sold its mills.')).toEqual([
      'Back in 1999, the firm sold its mills',
    ]);
    expect(headlines('The vote was on Monday.')).toEqual(['The vote was on Monday']);
  });

  it('name who did it, across relative clauses, participles and verbs side by side', () => {
    expect(headlines('The pier, which was painted in 1952, is red.')).toEqual(['The pier was painted']);
    expect(headlines('The pier built by Karl Lind in 1952 is red.')).toEqual([
      'The pier was built by Karl Lind',
    ]);
    expect(headlines('The lamp that Karl Lind sold in 1952 is red.')).toEqual(['Karl Lind sold the lamp']);
    expect(headlines('Karl Lind came home and sold the lamp in 1952.')).toEqual(['Karl Lind sold the lamp']);
    expect(headlines('Karl Lind said he sold the lamp in 1952.')).toEqual(['Karl Lind sold the lamp']);
  });

  it('leave asides and other clauses out at their borders', () => {
    expect(headlines('Karl Lind, a printer, sold the lamp (a gift) in 1952, while his wife slept.')).toEqual([
      'Karl Lind sold the lamp',
    ]);
    expect(headlines('But meanwhile, Karl Lind sold the lamp in 1952.')).toEqual(['Karl Lind sold the lamp']);
  });

  it('are the sentence where no clause reads alone', () => {
    expect(headlines('The 1906 earthquake still shapes the city.')).toEqual([
      'The 1906 earthquake still shapes the city',
    ]);
  });

  it('never name a pronoun as the source', () => {
    const { events } = timelineOf('Ida Holm and Karl Lind met. They claimed that the pier sank on Monday.');
    expect(events.map(({ source }) => source)).not.toContain('They');
  });
});

describe('open and ancient times', () => {
  it('"since 1987" goes on beyond 1987', () => {
    const { events } = timelineOf('Ada Stone has led the choir since 1987. Lena Falk ran it until May 1986.');
    expect(events.map(({ time }) => [time?.open, time?.edtf, time?.modifier])).toEqual([
      ['end', '1987/..', null],
      ['start', '../1986-05', null],
    ]);
  });

  it('a stretch before Christ has a first and a last day', () => {
    const { events } = timelineOf('Peisistratos ruled Athens from 546 BC to 527 BC.');
    expect(events.map(({ time }) => [time?.first, time?.last, time?.edtf])).toEqual([
      ['-0545-01-01', '-0526-12-31', '-0545/-0526'],
    ]);
  });
});

describe('without a day of publication', () => {
  const text =
    'Both towns broke off talks in April past year. Ada Stone called on Wednesday. She will leave next week.';

  it('tells relative times in their order', () => {
    const { events } = timelineOf(text, null);
    const times = events.map(({ time }) => time).filter((time) => time !== null);
    expect(times.map((time) => [time.relative?.label, time.first])).toEqual([
      ['April of the year before publication', null],
      ['Wednesday before publication', null],
      ['week after publication', null],
    ]);
    const offsets = times.map((time) => time.relative?.firstOffset ?? 0);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  });

  it('resolves the same expressions once it is set', () => {
    const before = timelineOf(text, null).expressions.map(({ id, span }) => ({ id, span }));
    const after = timelineOf(text).expressions;
    expect(after.map(({ id, span }) => ({ id, span }))).toEqual(before);
    expect(after.every(({ value }) => value?.first)).toBe(true);
  });
});
