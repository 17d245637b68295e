import { describe, expect, it } from 'vitest';
import { BlockNamer } from '../../read/draft-blocks';
import { chooseByline } from './byline';
import { nameIn } from './person-name';

const PROSE = 'The council of Port Elm voted on Tuesday to close the old harbour bridge for repairs. '.repeat(
  4,
);

/** The byline found in lines around a headline, which is the first of them. */
function byline(lines: readonly string[], names: string[] = []) {
  const namer = new BlockNamer();
  const blocks = ['Council closes the harbour bridge', ...lines, PROSE].map((text) =>
    namer.draft({ kind: 'paragraph', text, marks: [] }, { names: text === PROSE ? [] : names }),
  );
  return chooseByline([], blocks, 0)?.value ?? null;
}

const stated = (value: string) =>
  chooseByline([{ field: 'byline', value, source: 'meta-tag', words: value }], [], -1)?.value ?? null;

describe('chooseByline', () => {
  it.each([
    [['By Ann Bee, Senior Reporter'], 'Ann Bee'],
    [['Written by', 'Ann Bee'], 'Ann Bee'],
    [['March 7, 2018 By Ann Bee'], 'Ann Bee'],
    [['Mar 7, 2018 • Ann Bee in Politics'], 'Ann Bee'],
    [['Ann van der Bee', '9 min read'], 'Ann van der Bee'],
    [['ByAnn Bee'], 'Ann Bee'],
    [['Von Änne Biene'], 'Änne Biene'],
    [['Article by: Ann Bee and Jon Dee | Updated 7 March 2018'], 'Ann Bee and Jon Dee'],
  ])('reads %j', (lines, name) => {
    expect(byline(lines)).toBe(name);
  });

  it.each([
    [['Reviewed by Ann Bee']],
    [['Photo by Ann Bee']],
    [['By the end of March 2018 it will be closed']],
    [['Harbour News', 'Share']],
  ])('finds no author in %j', (lines) => {
    expect(byline(lines)).toBeNull();
  });

  it('takes no name from a comment', () => {
    expect(byline(['By Ann Bee'], ['comment', 'author'])).toBeNull();
  });

  it('takes what the page states, without fields that were never filled', () => {
    expect(stated('Ann &amp; Jon Bee')).toBe('Ann & Jon Bee');
    expect(stated('page.head.extra.author')).toBeNull();
  });
});

describe('a stated author that is only the site', () => {
  const site = { field: 'site', value: 'Harbour News', source: 'meta-tag', words: 'Harbour News' } as const;
  const author = (value: string) => ({ ...site, field: 'byline', value }) as const;
  const shown = (line: string) =>
    [line, PROSE].map((text) => new BlockNamer().draft({ kind: 'paragraph', text, marks: [] }));

  it('gives way to a person in a byline, and stays where there is none', () => {
    const candidates = [author('Harbour News'), site];
    expect(chooseByline(candidates, shown('By Ann Bee, Senior Reporter'), -1)?.value).toBe('Ann Bee');
    expect(chooseByline(candidates, shown('Share this story'), -1)?.value).toBe('Harbour News');
  });

  it('is left out beside a person', () => {
    expect(chooseByline([author('Ann Bee and Jon Dee, Harbour News'), site], [], -1)?.value).toBe(
      'Ann Bee and Jon Dee',
    );
  });
});

describe('nameIn', () => {
  it('ends with the name', () => {
    expect(nameIn('Angela Holliday, MD Updated 3 May')).toBe('Angela Holliday, MD');
    expect(nameIn('Ann Bee special to the Gazette')).toBe('Ann Bee');
    expect(nameIn('returns in spring')).toBeNull();
  });
});
