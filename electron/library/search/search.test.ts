import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../contract';
import { asked, hashOf, TestLibrary } from '../test-library';

const kerry = `Kerry meets “Lavrov” in Geneva
The Secretary of State didn’t stay long. Café Odéon was full.
Entity: John Kerry = Kerry = Secretary Kerry
Published: 2015-09-17
Day: 2015-09-16
Site: The Post`;
const ferry = `The night ferry
A ferry sailed to Ellery in the night. Lavrov was not on it, nor was any minister.
Published: 2016-03-01
Day: 2016-02-28
Day: 2014-05-05
Site: Ellery Gazette`;
const beijing = `北京大学今天开学
学生们在北京见面。한국 사람
Published: 2015-09-02`;
const undated = `An essay on nothing
The foreign policy of a minister, and the minister of foreign affairs.`;

const test = new TestLibrary();
beforeAll(async () => {
  await test.import({
    'a-kerry.txt': kerry,
    'b-ferry.txt': ferry,
    'c-beijing.txt': beijing,
    'd-essay.txt': undated,
  });
  test.library.change([hashOf(kerry)], { kind: 'tag', tag: 'Iran deal', on: true });
  test.library.change([hashOf(ferry)], { kind: 'readState', state: 'read' });
  test.library.change([hashOf(undated)], { kind: 'star', on: true });
});
afterAll(() => test.remove());

const names = {
  [hashOf(kerry)]: 'kerry',
  [hashOf(ferry)]: 'ferry',
  [hashOf(beijing)]: 'beijing',
  [hashOf(undated)]: 'essay',
};
const found = (text: string, more = {}) =>
  test.library
    .search(asked(text, more), 0, 10)
    .items.map(({ entry }) => names[entry.article])
    .sort();

describe('searching', () => {
  it('finds words, phrases, beginnings, and words near each other', () => {
    expect(found('lavrov')).toEqual(['ferry', 'kerry']);
    expect(found('lavrov geneva')).toEqual(['kerry']);
    expect(found('"secretary of state"')).toEqual(['kerry']);
    expect(found('"state of secretary"')).toEqual([]);
    expect(found('gen*')).toEqual(['kerry']);
    expect(found('gene', { typing: true })).toEqual(['kerry']);
    expect(found('minister NEAR/2 foreign')).toEqual(['essay']);
    expect(found('lavrov NEAR/2 minister')).toEqual([]);
  });

  it('joins and refuses', () => {
    expect(found('ferry OR geneva')).toEqual(['ferry', 'kerry']);
    expect(found('lavrov NOT geneva')).toEqual(['ferry']);
    expect(found('-lavrov')).toEqual(['beijing', 'essay']);
    expect(found('minister -(ferry OR geneva)')).toEqual(['essay']);
    expect(found('is:starred OR geneva')).toEqual(['essay', 'kerry']);
    expect(found('NOT is:starred lavrov')).toEqual(['ferry', 'kerry']);
  });

  it('minds neither accents nor the form of quotation marks', () => {
    expect(found('cafe odeon')).toEqual(['kerry']);
    expect(found('CAFÉ')).toEqual(['kerry']);
    expect(found("didn't")).toEqual(['kerry']);
    expect(found('didn’t')).toEqual(['kerry']);
    expect(found('“in geneva”')).toEqual(['kerry']);
  });

  it('finds words of two letters and of one in scripts without spaces', () => {
    for (const text of ['北京', '大学', '京大', '北京大学', '学', '见面', '한국'])
      expect(found(text)).toEqual(['beijing']);
    expect(found('京北')).toEqual([]);
  });

  it('looks in one field', () => {
    expect(found('title:lavrov')).toEqual(['kerry']);
    expect(found('entity:"secretary kerry"')).toEqual(['kerry']);
    expect(found('entity:lavrov')).toEqual([]);
    expect(found('tag:iran')).toEqual(['kerry']);
    expect(found('site:gazette')).toEqual(['ferry']);
    expect(found('title:(night OR geneva)')).toEqual(['ferry', 'kerry']);
  });

  it('does not run a phrase from one name, tag or paragraph into the next', () => {
    expect(found('entity:"kerry kerry"')).toEqual([]);
    expect(found('"geneva the secretary"')).toEqual([]);
  });

  it('looks at days of publication and of what is told', () => {
    expect(found('published:2015-09')).toEqual(['beijing', 'kerry']);
    expect(found('published:2016..')).toEqual(['ferry']);
    expect(found('told:2015..2016')).toEqual(['ferry', 'kerry']);
    expect(found('told:..2014')).toEqual(['ferry']);
    expect(found('told:2015-09-16')).toEqual(['kerry']);
    expect(found('is:undated')).toEqual(['essay']);
    expect(found('added:2026')).toHaveLength(4);
    expect(found('opened:2026')).toEqual([]);
  });

  it('looks at states, kinds and filters', () => {
    expect(found('is:read')).toEqual(['ferry']);
    expect(found('has:tag')).toEqual(['kerry']);
    expect(found('type:person')).toEqual(['kerry']);
    expect(found('format:pdf')).toEqual([]);
    expect(found('language:en')).toHaveLength(4);
    const filter = (more: object) => found('', { filter: { ...NO_FILTER, ...more } });
    expect(filter({ entity: { name: 'KERRY', type: null } })).toEqual(['kerry']);
    expect(filter({ entity: { name: 'Kerry', type: 'place' } })).toEqual([]);
    expect(filter({ site: 'The Post' })).toEqual(['kerry']);
    expect(filter({ tag: 'iran DEAL' })).toEqual(['kerry']);
    expect(filter({ toldFrom: '2016-01-01', toldTo: null })).toEqual(['ferry']);
    expect(filter({ readState: 'unread', starred: true })).toEqual(['essay']);
  });

  it('says what is wrong instead of finding nothing', () => {
    const { problem, total } = test.library.search(asked('told:soon'), 0, 10);
    expect(total).toBe(0);
    expect(problem).toEqual({ message: expect.stringContaining('is no day'), range: { start: 5, end: 9 } });
  });
});

describe('the answer', () => {
  it('comes in pages that add up, in either direction', () => {
    for (const order of ['title', 'added', 'published', 'words', 'site', 'opened'] as const) {
      for (const descending of [true, false]) {
        const all = test.library.search(asked('', { order, descending }), 0, 10);
        const first = test.library.search(asked('', { order, descending }), 0, 3);
        const rest = test.library.search(asked('', { order, descending }), first.next ?? 0, 3);
        expect([...first.items, ...rest.items]).toEqual(all.items);
        expect([first.total, first.next, rest.next]).toEqual([4, 3, null]);
      }
    }
  });

  it('puts articles without a day last, whatever the direction', () => {
    for (const descending of [true, false]) {
      const { items } = test.library.search(asked('', { order: 'published', descending }), 0, 10);
      expect(names[items.at(-1)?.entry.article ?? '']).toBe('essay');
    }
  });

  it('puts a word of the title before one of the text', () => {
    const { items, order } = test.library.search(asked('lavrov', { order: 'relevance' }), 0, 10);
    expect(order).toBe('relevance');
    expect(items.map(({ entry }) => names[entry.article])).toEqual(['kerry', 'ferry']);
  });

  it('shows the words around a hit, and where they are', () => {
    const { items } = test.library.search(asked('"SECRETARY of state" cafe'), 0, 10);
    const { snippet, location } = items[0] ?? {};
    expect(snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual([
      'Secretary of State',
      'Café',
    ]);
    expect(location).toEqual({ article: hashOf(kerry), span: { block: 'b1', start: 4, end: 22 } });
  });

  it('lists every hit of an article in reading order', () => {
    expect(test.library.hits(hashOf(ferry), 'ferry night', false)).toEqual([
      { block: 'b0', start: 4, end: 9 },
      { block: 'b0', start: 10, end: 15 },
      { block: 'b1', start: 2, end: 7 },
      { block: 'b1', start: 32, end: 37 },
    ]);
    expect(test.library.hits(hashOf(ferry), 'told:2016', false)).toEqual([]);
  });

  it('tells what the articles found have', () => {
    const facets = test.library.facets(asked(''));
    expect(facets.sites).toEqual([
      { value: 'Ellery Gazette', count: 1 },
      { value: 'The Post', count: 1 },
    ]);
    expect(facets.months).toEqual([
      { value: '2016-03', count: 1 },
      { value: '2015-09', count: 2 },
    ]);
    expect(facets.tags).toEqual([{ value: 'Iran deal', count: 1 }]);
    expect(test.library.facets(asked('lavrov')).readStates).toEqual([
      { value: 'read', count: 1 },
      { value: 'unread', count: 1 },
    ]);
  });

  it('completes names of entities', () => {
    const kerryEntity = { name: 'John Kerry', type: 'person', articles: 1 };
    expect(test.library.entities('ker', 5)).toEqual([kerryEntity]);
    expect(test.library.entities('john', 5)).toEqual([kerryEntity]);
    expect(test.library.entities('%', 5)).toEqual([]);
  });

  it('leaves what is in the bin out, unless it is asked for', () => {
    const { undo } = test.library.change([hashOf(kerry)], { kind: 'bin', on: true });
    expect(found('lavrov')).toEqual(['ferry']);
    expect(found('is:binned')).toEqual(['kerry']);
    expect(found('', { filter: { ...NO_FILTER, binned: true } })).toEqual(['kerry']);
    test.library.undo(undo);
    expect(found('lavrov')).toEqual(['ferry', 'kerry']);
  });
});
