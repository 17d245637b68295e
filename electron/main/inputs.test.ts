import { describe, expect, it } from 'vitest';
import type { CallName } from '../contract';
import { inputs } from './inputs';

const good: { [N in CallName]: unknown[] } = {
  'app.state': [null, undefined],
  'app.settings': [{}, { theme: 'dark', fontSize: 20 }],
  'app.connections': [null],
  'files.choose': [{ folder: true }],
  'files.expand': [{ paths: [] }, { paths: ['/a', '/b'] }],
  'article.open': [{ path: '/a', job: 1 }],
  'article.cancel': [{ job: 0 }],
  'article.choices': [{ hash: 'a'.repeat(64) }],
  'article.choose': [{ path: '/a', job: 1, choices: { publicationDate: '2024-02-29', encoding: null } }],
  'article.correct': [
    {
      path: '/a',
      job: 1,
      scope: 'library',
      change: { kind: 'splitEntity', entity: { name: 'A', type: 'person' }, names: ['B'] },
    },
  ],
  'article.undo': [{ path: '/a', job: 1 }],
  'article.place': [
    { hash: 'a'.repeat(64), place: null },
    { hash: 'a'.repeat(64), place: { span: { block: 'b', start: 0, end: 4 }, progress: 1 } },
  ],
  'file.save': [{ suggestedName: 'a.csv', content: 'x', kind: 'text' }],
  'article.print': [{ toPdf: false }],
  'link.open': [{ href: 'https://example.org/' }],
  'file.show': [{ path: '/a' }],
  'clipboard.write': [{ text: '' }],
  'window.fullScreen': [{ on: null }, { on: true }],
};

const bad: { [N in CallName]: unknown[] } = {
  'app.state': [1, {}],
  'app.settings': [null, [], { theme: 'neon' }, { fontSize: '20' }, { fontSize: Number.NaN }, { colour: 1 }],
  'app.connections': ['x'],
  'files.choose': [{}, { folder: 1 }],
  'files.expand': [{ paths: '/a' }, { paths: [1] }],
  'article.open': [
    null,
    { path: 3, job: 1 },
    { path: '/a', job: 1.5 },
    { path: '/a', job: -1 },
    { path: '/a', job: 1, more: 1 },
    { path: 'a'.repeat(40_000), job: 1 },
  ],
  'article.cancel': [{ job: 'x' }],
  'article.choices': [{ hash: '../settings' }, { hash: 'A'.repeat(64) }],
  'article.choose': [
    { path: '/a', job: 1, choices: { publicationDate: '2023-02-29' } },
    { path: '/a', job: 1, choices: { corrections: [] } },
    { path: '/a', job: 1, choices: { format: 'exe' } },
    { path: '/a', job: 1, choices: { encoding: 'a b' } },
  ],
  'article.correct': [
    { path: '/a', job: 1, scope: 'world', change: { kind: 'hideEvent' } },
    { path: '/a', job: 1, scope: 'article', change: { kind: 'constructor' } },
    { path: '/a', job: 1, scope: 'article', change: { kind: 'renameEntity', name: 'B' } },
    {
      path: '/a',
      job: 1,
      scope: 'article',
      change: { kind: 'retypeEntity', entity: { name: 'A', type: 'x' }, type: 'law' },
    },
  ],
  'article.undo': [{ path: '/a' }],
  'article.place': [{ hash: 'a'.repeat(64), place: { span: { block: 'b', start: 0, end: 4 }, progress: 2 } }],
  'file.save': [{ suggestedName: 'a', content: 'x', kind: 'binary' }],
  'article.print': [{ toPdf: 'yes' }],
  'link.open': [{ href: 'x'.repeat(10_001) }, { href: null }],
  'file.show': [{ path: null }],
  'clipboard.write': [{ text: 4 }],
  'window.fullScreen': [{ on: 'yes' }],
};

describe.each(Object.keys(inputs) as CallName[])('the input of %s', (name) => {
  it('is taken when it is right', () => {
    for (const input of good[name]) expect(() => inputs[name](input)).not.toThrow();
  });
  it('is refused when it is wrong', () => {
    for (const input of bad[name]) expect(() => inputs[name](input), JSON.stringify(input)).toThrow();
  });
});
