import { describe, expect, it } from 'vitest';
import { type CallName, NO_FILTER } from '../contract';
import { inputs } from './inputs';

const article = 'a'.repeat(64);
const place = (progress: number) => ({
  anchor: { span: { block: 'b', start: 0, end: 4 }, quote: { exact: 'word', before: '', after: '' } },
  progress,
});

const search = { text: 'kerry', typing: true, filter: NO_FILTER, order: 'relevance', descending: true };

const good: { [N in CallName]: unknown[] } = {
  'app.state': [null, undefined],
  'app.settings': [{}, { theme: 'dark', fontSize: 20 }],
  'app.connections': [null],
  'files.choose': [{ folder: true }],
  'files.expand': [{ paths: [] }, { paths: ['/a', '/b'] }],
  'files.keepOpen': [{ paths: [] }, { paths: ['/a'] }],
  'article.import': [{ path: '/a', job: 1 }],
  'article.open': [{ article, job: 1, as: 'best' }],
  'article.original': [{ article }],
  'article.cancel': [{ job: 0 }],
  'article.decisions': [{ article }],
  'article.decide': [{ article, job: 1, decisions: { publicationDate: '2024-02-29', encoding: null } }],
  'article.correct': [
    {
      article,
      job: 1,
      scope: 'library',
      change: { kind: 'splitEntity', entity: { name: 'A', type: 'person' }, names: ['B'] },
    },
  ],
  'article.undo': [{ article, job: 1 }],
  'article.redo': [{ article, job: 1 }],
  'article.withdraw': [{ article, job: 1, correction: 'c' }],
  'article.place': [
    { article, place: null },
    { article, place: place(1) },
  ],
  'file.save': [{ suggestedName: 'a.csv', content: 'x', kind: 'text' }],
  'article.print': [{ toPdf: false, name: 'a' }],
  'link.open': [{ href: 'https://example.org/' }],
  'file.show': [{ path: '/a' }],
  'clipboard.write': [{ text: '' }],
  'window.shows': [
    { article: null, analysed: false },
    { article, analysed: true },
  ],
  'window.fullScreen': [{ on: null }, { on: true }],
  'library.state': [null],
  'library.search': [{ search, from: 0, count: 500 }],
  'library.hits': [{ article, text: 'a', typing: true }],
  'library.facets': [{ search }],
  'library.entities': [{ text: '' }],
  'library.entry': [{ article }],
  'library.metadata': [{ article }],
  'library.change': [
    { articles: [article], change: { kind: 'tag', tag: 'Iran deal', on: true } },
    { articles: [], change: { kind: 'publicationDate', day: null } },
    { articles: [article], change: { kind: 'metadata', field: 'title', value: null } },
  ],
  'library.undo': [{ undo: '1' }],
  'library.forget': [{ articles: [article] }],
  'library.import': [{ paths: ['/a'] }],
  'library.importControl': [{ action: 'pause' }],
  'library.failures': [{ from: 0, count: 50 }],
  'library.retry': [{ paths: null }, { paths: ['/a'] }],
  'library.dismiss': [{ paths: null }],
  'library.saveSearch': [{ id: 's', name: 'Mine', search }],
  'library.removeSearch': [{ id: 's' }],
  'library.watch': [{ folder: '/a', on: true }],
  'library.backUp': [null],
  'library.restore': [{ backup: 'library-2026-01-01T00-00-00-000Z.db' }],
  'library.rebuild': [null],
  'library.move': [{ folder: '/a' }],
};

const bad: { [N in CallName]: unknown[] } = {
  'app.state': [1, {}],
  'app.settings': [null, [], { theme: 'neon' }, { fontSize: '20' }, { fontSize: Number.NaN }, { colour: 1 }],
  'app.connections': ['x'],
  'files.choose': [{}, { folder: 1 }],
  'files.expand': [{ paths: '/a' }, { paths: [1] }],
  'files.keepOpen': [{}, { paths: [7] }],
  'article.open': [null, { article: '/a', job: 1, as: 'best' }, { article }, { article, job: 1, as: 'html' }],
  'article.original': [{}, { article: '../settings' }],
  'article.import': [
    null,
    { path: 3, job: 1 },
    { path: '/a', job: 1.5 },
    { path: '/a', job: -1 },
    { path: '/a', job: 1, more: 1 },
    { path: 'a'.repeat(40_000), job: 1 },
  ],
  'article.cancel': [{ job: 'x' }],
  'article.decisions': [{ article: '../settings' }, { article: 'A'.repeat(64) }],
  'article.decide': [
    { article, job: 1, decisions: { publicationDate: '2023-02-29' } },
    { article, job: 1, decisions: { corrections: [] } },
    { article, job: 1, decisions: { format: 'exe' } },
    { article, job: 1, decisions: { encoding: 'a b' } },
  ],
  'article.correct': [
    { article, job: 1, scope: 'world', change: { kind: 'hideEvent' } },
    { article, job: 1, scope: 'article', change: { kind: 'constructor' } },
    { article, job: 1, scope: 'article', change: { kind: 'renameEntity', name: 'B' } },
    {
      article,
      job: 1,
      scope: 'article',
      change: { kind: 'retypeEntity', entity: { name: 'A', type: 'x' }, type: 'law' },
    },
  ],
  'article.undo': [{ article }],
  'article.redo': [{ article }],
  'article.withdraw': [
    { article, job: 1 },
    { article, job: 1, correction: 7 },
  ],
  'article.place': [{ article, place: place(2) }],
  'file.save': [{ suggestedName: 'a', content: 'x', kind: 'binary' }],
  'article.print': [{ toPdf: 'yes', name: 'a' }, { toPdf: true }],
  'link.open': [{ href: 'x'.repeat(10_001) }, { href: null }],
  'file.show': [{ path: null }],
  'clipboard.write': [{ text: 4 }],
  'window.shows': [{ article: 'x', analysed: true }, { article }],
  'window.fullScreen': [{ on: 'yes' }],
  'library.state': [1],
  'library.search': [
    { search, from: 0, count: 501 },
    { search: { ...search, order: 'luck' }, from: 0, count: 1 },
    { search: { ...search, filter: {} }, from: 0, count: 1 },
  ],
  'library.hits': [{ article: '../a', text: 'a', typing: true }],
  'library.facets': [{}],
  'library.entities': [{ text: 7 }],
  'library.entry': [{ article: 'x' }],
  'library.metadata': [{}],
  'library.change': [
    { articles: article, change: { kind: 'star', on: true } },
    { articles: [article], change: { kind: 'metadata', field: 'words', value: '1' } },
    { articles: [article], change: { kind: 'publicationDate', day: '2023-02-29' } },
  ],
  'library.undo': [{}],
  'library.forget': [{ articles: ['all'] }],
  'library.import': [{ paths: '/a' }],
  'library.importControl': [{ action: 'explode' }],
  'library.failures': [{ from: -1, count: 50 }],
  'library.retry': [{ paths: '/a' }],
  'library.dismiss': [{}],
  'library.saveSearch': [{ id: 's', name: 'Mine' }],
  'library.removeSearch': [{ id: 7 }],
  'library.watch': [{ folder: '/a' }],
  'library.backUp': ['x'],
  'library.restore': [{ backup: 'x'.repeat(300) }],
  'library.rebuild': [true],
  'library.move': [{ folder: 7 }],
};

describe.each(Object.keys(inputs) as CallName[])('the input of %s', (name) => {
  it('is taken when it is right', () => {
    for (const input of good[name]) expect(() => inputs[name](input)).not.toThrow();
  });
  it('is refused when it is wrong', () => {
    for (const input of bad[name]) expect(() => inputs[name](input), JSON.stringify(input)).toThrow();
  });
});
