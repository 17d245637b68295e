import { describe, expect, it } from 'vitest';
import type { Entity } from '../../electron/contract';
import { sourceEntities, sourceParts, statusLabel } from './event-source';

const entity = (name: string, ...aliases: string[]): Entity => ({
  id: name,
  type: 'person',
  name,
  aliases: aliases.map((alias) => ({ name: alias, reason: 'surname', count: 1 })),
  mentions: [],
  roles: [],
  together: [],
  corrected: false,
});

describe('how an event is told', () => {
  it.each([
    ['happened', null, ''],
    ['happened', 'they', ''],
    ['happened', 'Kerry', 'according to Kerry'],
    ['planned', null, 'planned'],
    ['planned', 'the ministry', 'planned, according to the ministry'],
    ['claimed', 'He', 'claimed'],
    ['claimed', 'Kerry', 'claimed by Kerry'],
    ['denied', 'the ministry', 'denied by the ministry'],
    ['ongoing', ' ', 'ongoing'],
    ['cancelled', null, 'cancelled'],
    ['hypothetical', 'Kerry', 'possible, according to Kerry'],
  ] as const)('%s, told by %j: %j', (status, source, words) => {
    expect(statusLabel({ status, source })).toBe(words);
  });
});

describe('the source of an event', () => {
  const syria = entity('Syria');
  const muallem = entity('Walid al-Muallem', 'Muallem');

  it('leads to the entity it names, under any of its names', () => {
    expect(sourceParts('foreign minister Muallem of Syria', [syria, muallem])).toEqual([
      { words: 'foreign minister ', entity: null },
      { words: 'Muallem', entity: muallem },
      { words: ' of Syria', entity: null },
    ]);
  });

  it('is the entity that the engine tied it to, where it did', () => {
    expect(sourceEntities({ sourceEntity: 'Syria' }, [syria, muallem])).toEqual([syria]);
    expect(sourceEntities({ sourceEntity: null }, [syria, muallem])).toEqual([syria, muallem]);
  });

  it('names nobody inside a word', () => {
    expect(sourceParts('Syrians', [syria])).toEqual([{ words: 'Syrians', entity: null }]);
    expect(sourceParts('Assyria and Syria', [syria]).map(({ words }) => words)).toEqual([
      'Assyria and ',
      'Syria',
    ]);
  });
});
