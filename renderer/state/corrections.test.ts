import { describe, expect, it } from 'vitest';
import type { Correction } from '../../electron/contract';
import { isHiding, touching } from './corrections';

const entity = { name: 'Holm', type: 'person' } as const;
const anchor = { span: { block: 'b', start: 0, end: 4 }, quote: { exact: 'Holm', before: '', after: '' } };
const corrections: Correction[] = [
  { id: '1', scope: 'article', change: { kind: 'notAnEntity', entity } },
  { id: '2', scope: 'library', change: { kind: 'renameEntity', entity, name: 'Beatrice Holm' } },
  { id: '3', scope: 'library', change: { kind: 'retypeEntity', entity, type: 'place' } },
  { id: '4', scope: 'article', change: { kind: 'hideEvent', event: anchor } },
  { id: '5', scope: 'article', change: { kind: 'hideStatement', statement: anchor } },
  { id: '6', scope: 'article', change: { kind: 'setSpeaker', statement: anchor, entity: null } },
];

describe('the corrections of an article', () => {
  it('leave out those for every article that find nothing in it, but none of its own', () => {
    expect(touching(corrections, ['1', '3']).map(({ id }) => id)).toEqual(['1', '2', '4', '5', '6']);
  });

  it('tell apart what took something out of sight', () => {
    expect(corrections.filter(isHiding).map(({ id }) => id)).toEqual(['1', '4', '5']);
  });
});
