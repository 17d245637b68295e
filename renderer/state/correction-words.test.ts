import { describe, expect, it } from 'vitest';
import type { Anchor, CorrectionChange } from '../../electron/contract';
import { correctionWords, whyUnapplied } from './correction-words';

const at = (exact: string): Anchor => ({
  span: { block: 'b', start: 0, end: exact.length },
  quote: { exact, before: '', after: '' },
});
const time = { first: null, last: null, written: '1987' };
const opened = at('The bridge opened in 1986.');
const aboutWords: CorrectionChange[] = [
  { kind: 'addEntity', anchor: opened, type: 'event' },
  { kind: 'setReference', reference: opened, entity: null },
  { kind: 'setSpeaker', statement: opened, entity: { name: 'Holm', type: 'person' } },
  { kind: 'setSpeaker', statement: opened, entity: null },
  { kind: 'hideStatement', statement: opened },
  { kind: 'setEventDate', event: opened, time },
  { kind: 'setEventAnchor', event: opened, day: '2024-03-09' },
  { kind: 'setEventHeadline', event: opened, headline: 'A bridge' },
  { kind: 'mergeEvents', into: at('It cost 4 million.'), from: opened },
  { kind: 'mergeEvents', into: opened, from: at('It cost 4 million.') },
  { kind: 'hideEvent', event: opened },
  { kind: 'addEvent', anchor: opened, time, headline: 'A bridge' },
];

describe('a correction in words', () => {
  it.each(aboutWords)('$kind quotes the words it was made at', (change) => {
    expect(correctionWords(change)).toContain('“The bridge opened in 1986.”');
  });

  it('names both whom it keeps apart', () => {
    const entity = (name: string) => ({ name, type: 'person' }) as const;
    const words = correctionWords({ kind: 'keepApart', a: entity('Holm'), b: entity('Beatrice Holm') });
    expect(words).toBe('Holm and Beatrice Holm are not the same');
  });

  it('cuts a long quotation at a word', () => {
    const words = correctionWords({ kind: 'hideEvent', event: at('bridge '.repeat(20).trim()) });
    expect(words).toBe(`“${'bridge '.repeat(8).trim()}…” is no longer an event`);
  });
});

describe('a correction that changes nothing', () => {
  const gone = [{ text: 'It cost 4 million.' }];

  it.each(aboutWords)('$kind says so when its words are gone', (change) => {
    expect(whyUnapplied(change, gone)).toBe('These words are no longer in the article.');
  });

  it.each(aboutWords)('$kind does not call words gone that still stand there', (change) => {
    const blocks = [...gone, { text: 'Ferries ran before. The bridge opened in 1986.' }];
    expect(whyUnapplied(change, blocks)).toBe('It finds nothing to change in the article any more.');
  });

  it('about a name speaks of no words', () => {
    const entity = { name: 'Holm', type: 'person' } as const;
    expect(whyUnapplied({ kind: 'renameEntity', entity, name: 'Beatrice Holm' }, gone)).toBe(
      'It finds nothing to change in the article any more.',
    );
  });
});
