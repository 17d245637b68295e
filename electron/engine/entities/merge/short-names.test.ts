import { describe, expect, it } from 'vitest';
import type { NameClass } from '../statistics';
import { Clusters } from './clusters';
import type { Form } from './forms';
import { joinShortNames, joinShortProducts } from './short-names';

/** Each name once, all of one class. */
function clustersOf(type: NameClass, ...names: string[]): Clusters {
  const forms = names.map((text, index): Form => {
    const key = text.toLowerCase();
    return { index, type, key, parts: key.split(' '), mentions: [index], text };
  });
  return new Clusters(forms);
}

const groups = (clusters: Clusters): string[][] =>
  clusters.groups().map((forms) => forms.map(({ text }) => text));

describe('short names of bodies', () => {
  it.each([
    ['Haas', 'Haas F1 team'],
    ['Harvard', 'Harvard University'],
    ['Harrow', 'Harrow School'],
    ['McKinsey', 'McKinsey & Company'],
    ['State Department', 'US State Department'],
  ])('%s is %s', (short, long) => {
    const clusters = clustersOf('ORG', long, short);
    joinShortNames({ clusters, spans: [], words: [] });
    expect(groups(clusters)).toEqual([[long, short]]);
  });

  it.each([
    ['Google', 'Google News'],
    ['Washington', 'Washington Post'],
  ])('%s is not %s', (short, long) => {
    const clusters = clustersOf('ORG', long, short);
    joinShortNames({ clusters, spans: [], words: [] });
    expect(groups(clusters)).toHaveLength(2);
  });
});

describe('short names of products', () => {
  it('is the only longer one it opens', () => {
    const clusters = clustersOf('MISC', 'QuickFrame AI', 'QuickFrame', 'Lightroom');
    joinShortProducts({ clusters, spans: [], words: [] });
    expect(groups(clusters)).toEqual([['QuickFrame AI', 'QuickFrame'], ['Lightroom']]);
  });

  it('is the same without its maker, where the article names the maker', () => {
    const clusters = clustersOf('MISC', 'Acer Chromebook 516', 'Chromebook 516', 'Google Nest', 'Nest');
    const acer: Form = {
      ...clusters.forms[0]!,
      index: 4,
      type: 'ORG',
      key: 'acer',
      parts: ['acer'],
      text: 'Acer',
    };
    const joined = new Clusters([...clusters.forms, acer]);
    joinShortProducts({ clusters: joined, spans: [], words: [] });
    expect(groups(joined)).toContainEqual(['Acer Chromebook 516', 'Chromebook 516']);
    expect(groups(joined)).toContainEqual(['Nest']);
  });

  it('stays by itself beside two, and a people is no product', () => {
    const clusters = clustersOf('MISC', 'iPhone', 'iPhone 14', 'iPhone 15', 'American', 'American Idol');
    joinShortProducts({ clusters, spans: [], words: [] });
    expect(groups(clusters)).toHaveLength(5);
  });
});
