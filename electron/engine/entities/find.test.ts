import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../cli/assets';
import type { Entity } from '../../contract';
import type { LanguagePipeline } from '../language/document';
import { createPipeline } from '../language/pipeline';
import type { EntityResult, ParsedBlock } from '../stages';
import { findEntities } from './find';

let pipeline: LanguagePipeline;
beforeAll(() => {
  const { languageModel, languageKernel } = loadEngineAssets();
  pipeline = createPipeline(languageModel, languageKernel);
});

function blocksOf(...texts: string[]): ParsedBlock[] {
  return pipeline.parseAll(texts).map((parsed, i) => ({ id: `b${i + 1}`, kind: 'paragraph', parsed }));
}

const find = (...texts: string[]): EntityResult => findEntities(blocksOf(...texts), { titleBlock: null });

function named(result: EntityResult, name: string): Entity {
  const entity = result.entities.find((e) => e.name === name);
  if (!entity) throw new Error(`no entity ${name} among ${result.entities.map((e) => e.name).join(', ')}`);
  return entity;
}

const aliasesOf = (entity: Entity): string[] => entity.aliases.map(({ name }) => name).sort();

describe('people', () => {
  it('ties a surname and a title to the full name, with the reason', () => {
    const result = find(
      'Foreign Minister Helena Lindqvist arrived in Madrid on Monday. Lindqvist met reporters.',
      'Mrs Lindqvist said the talks in Madrid went well.',
    );
    const minister = named(result, 'Helena Lindqvist');
    expect(minister.type).toBe('person');
    expect(minister.mentions).toHaveLength(3);
    expect(minister.aliases).toContainEqual({ name: 'Lindqvist', reason: 'same surname', count: 1 });
    expect(minister.aliases).toContainEqual({
      name: 'Mrs Lindqvist',
      reason: 'same surname, title',
      count: 1,
    });
    expect(minister.roles.map(({ text }) => text)).toContain('Foreign Minister');
  });

  it('keeps two people who share a surname apart', () => {
    const result = find(
      'Maria Keller won the vote in Vienna. Her brother Thomas Keller lost his seat in Graz.',
      'Thomas Keller congratulated Maria Keller.',
    );
    expect(named(result, 'Maria Keller').mentions).toHaveLength(2);
    expect(named(result, 'Thomas Keller').mentions).toHaveLength(2);
  });
});

describe('places and organisations', () => {
  it('knows the names of a country', () => {
    const result = find('The USA sent a delegation to Kenya. The United States and Kenya signed on Friday.');
    const country = named(result, 'United States');
    expect(country.type).toBe('place');
    expect(aliasesOf(country)).toEqual(['USA']);
  });

  it('ties an acronym to its expansion, in either English', () => {
    const result = find(
      'The North Atlantic Treaty Organisation met in Brussels.',
      'Officials said NATO would wait. The North Atlantic Treaty Organization declined to comment.',
    );
    const alliance = result.entities.filter(({ name }) => name.startsWith('North Atlantic'));
    expect(alliance).toHaveLength(1);
    expect(aliasesOf(alliance[0]!)).toContain('NATO');
  });

  it('links a people to its place and keeps the two apart', () => {
    const result = find('Norway closed the road. Norwegian police and Norwegian drivers waited in Norway.');
    const group = named(result, 'Norwegian');
    expect(group.type).toBe('group');
    expect(group.place).toBe(named(result, 'Norway').id);
  });
});

describe('names at odds with their surroundings', () => {
  it('ties two romanisations of one name', () => {
    const result = find('Yuri Tymoshenko arrived in Kyiv. Reporters asked Timoshenko about Russia.');
    expect(named(result, 'Yuri Tymoshenko').aliases).toEqual([
      { name: 'Timoshenko', reason: 'other spelling of the surname', count: 1 },
    ]);
  });

  it('takes hashtags, designations and metonyms for what they are', () => {
    const result = find(
      'The Defense Department sent three T-72 tanks to #Norway, as Norway had asked. The Pentagon said no more.',
    );
    expect(named(result, 'T-72').type).toBe('product');
    expect(aliasesOf(named(result, 'Norway'))).toEqual(['#Norway']);
    expect(aliasesOf(named(result, 'Defense Department'))).toEqual(['Pentagon']);
  });

  it('leaves the preposition of a dateline, the credit and the honours out', () => {
    const result = find(
      'Near Lisbon, the fire spread.',
      'Image: Reuters',
      'Carla Nunes, QC, spoke in Lisbon.',
    );
    expect(named(result, 'Lisbon').mentions).toHaveLength(2);
    expect(result.mentions.map(({ text }) => text)).not.toContain('QC');
    expect(result.mentions.map(({ text }) => text)).toContain('Carla Nunes');
  });

  it('tells which entities share sentences, and the roles behind names', () => {
    const result = find('Otto Brandt, the mayor of Hamburg, met Maria Keller in Vienna. Keller left Vienna.');
    const mayor = named(result, 'Otto Brandt');
    expect(mayor.roles.map(({ text }) => text)).toEqual(['mayor of Hamburg']);
    const keller = named(result, 'Maria Keller');
    expect(keller.together[0]).toEqual({ entity: named(result, 'Vienna').id, sentences: 2 });
  });
});

describe('what always holds', () => {
  it('gives nothing for no blocks', () => {
    expect(find()).toEqual({ mentions: [], entities: [], suggestedMerges: [] });
  });

  it('says the same twice', () => {
    const text = 'Aisha Karimova told Reuters in Tashkent that Uzbekistan and the UN would talk again.';
    expect(find(text)).toEqual(find(text));
  });
});

describe('a surname behind a title', () => {
  it('is not somebody else of that surname', () => {
    const result = find(
      'Hunter Biden joined the board of the gas company in Kiev. Hunter Biden is a lawyer.',
      'Vice President Biden travelled to Kiev in April. “I knew nothing of it,” Vice President Biden said.',
    );
    const son = named(result, 'Hunter Biden');
    const father = named(result, 'Vice President Biden');
    expect(son.mentions).toHaveLength(2);
    expect(father.mentions).toHaveLength(2);
    expect(result.suggestedMerges).toEqual([
      { a: son.id, b: father.id, reason: 'same surname, but “Vice President” may be somebody else' },
    ]);
  });

  it('is the one whom the article gives the office', () => {
    const result = find(
      'President Tomas Okafor met his wife Helen Okafor in Lagos.',
      'President Okafor spoke first. Mrs Okafor waved to the crowd.',
    );
    expect(aliasesOf(named(result, 'Tomas Okafor'))).toContain('Okafor');
    expect(named(result, 'Tomas Okafor').mentions).toHaveLength(2);
    expect(named(result, 'Helen Okafor').mentions).toHaveLength(2);
    expect(result.suggestedMerges).toEqual([]);
  });

  it('is the known holder of the office', () => {
    const result = find(
      'Barack Obama flew to Berlin. President Obama will speak on Monday, and Mr. Obama dine.',
    );
    expect(named(result, 'Barack Obama').mentions).toHaveLength(3);
  });

  it('of the other sex is somebody else', () => {
    const result = find(
      'Robert Grant sold the house in Leeds in 1999. Mrs Grant said she had known nothing of it.',
    );
    expect(named(result, 'Robert Grant').mentions).toHaveLength(1);
    expect(named(result, 'Mrs Grant').mentions).toHaveLength(1);
  });

  it('keeps a queen apart from who has her first name', () => {
    const result = find('Elizabeth Warren met reporters in London. Queen Elizabeth opened Parliament.');
    expect(named(result, 'Elizabeth Warren').mentions).toHaveLength(1);
  });
});

describe('other forms of one name', () => {
  it.each([
    ['Texas', 'State of Texas', 'The State of Texas sued on Monday. Officials in Texas said they would win.'],
    [
      'Pearl Harbor',
      'Pearl Harbour',
      'The ship left Pearl Harbor in May. It came back to Pearl Harbour in June.',
    ],
    [
      'Alexandria Ocasio-Cortez',
      'Ms. Ocasio-Cortez',
      'Alexandria Ocasio-Cortez spoke in Queens. Ms. Ocasio-Cortez left early.',
    ],
    [
      'J. Edgar Hoover',
      'Edgar Hoover',
      'J. Edgar Hoover led the bureau for decades. Edgar Hoover died in Washington.',
    ],
    ['United States', 'America', 'America voted on Tuesday. The United States chose a president.'],
    ['Formula One', 'F1', 'Formula One returns to Monaco. F1 teams came on Friday. F1 cars are fast.'],
    [
      'Department of Health and Human Services',
      'HHS',
      'The Department of Health and Human Services met on Friday, and the HHS spoke to reporters in Ohio.',
    ],
    [
      'United States Congress',
      'U. S. Congress',
      'The U. S. Congress met. The United States Congress agreed. The United States Congress adjourned.',
    ],
    [
      "New People's Party",
      'New People Party',
      "The New People's Party (NPP) won. New People Party members cheered. The New People's Party spoke.",
    ],
    ['Joshua Norton', 'Norton I', 'Norton I was an emperor. Joshua Norton lived in San Francisco.'],
  ])('%s and %s are one', (name, alias, text) => {
    expect(aliasesOf(named(find(text), name))).toContain(alias);
  });

  it('keeps a ruler apart from others of his first name', () => {
    const result = find('Charles II came back to London. Charles Dickens wrote of Charles III later.');
    expect(named(result, 'Charles Dickens').mentions).toHaveLength(1);
    expect(named(result, 'Charles II').mentions).toHaveLength(1);
  });

  it('keeps two presidents with other middle initials apart', () => {
    const result = find(
      'George H. W. Bush met reporters in Houston. His son George W. Bush stayed in Texas.',
    );
    expect(named(result, 'George H. W. Bush').mentions).toHaveLength(1);
    expect(named(result, 'George W. Bush').mentions).toHaveLength(1);
  });
});

describe('the edges of a name', () => {
  it.each([
    ['Ursula von der Leyen', 'Ursula von der Leyen arrived in Kyiv on Friday, officials said.'],
    ['Moon Jae-in', 'President Moon Jae-in visited Berlin on Friday.'],
    [
      'Department of Health and Human Services',
      'The Department of Health and Human Services declined to comment.',
    ],
  ])('%s is whole', (name, text) => {
    expect(find(text).entities.map((entity) => entity.name)).toContain(name);
  });

  it('takes letters in brackets behind a common phrase for no name', () => {
    const names = find('We use search engine optimization (SEO) in Berlin. Good SEO takes time.').entities;
    expect(names.map(({ name }) => name)).not.toContain('SEO');
  });

  it('knows a country by its letters', () => {
    expect(named(find('US officials said that the UK had agreed.'), 'UK').type).toBe('place');
  });
});
