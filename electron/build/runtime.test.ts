import { describe, expect, it } from 'vitest';
import { failureStillCounts, resolveRuntime, type Ways } from './runtime.mjs';

/** A machine with nothing, whose answers a test overrides; `asked` records the order of the questions. */
function machine(over: Partial<Ways> = {}): Ways & { asked: string[] } {
  const asked: string[] = [];
  const ask =
    <T>(name: string, answer: T) =>
    () => {
      asked.push(name);
      return answer;
    };
  return {
    chosen: undefined,
    exists: () => false,
    declared: ask('declared', null),
    install: ask('install', Promise.resolve(null)),
    fallback: ask('fallback', Promise.resolve('/cache/electron')),
    asked,
    ...over,
  };
}

describe('which Electron runs the app', () => {
  it('takes the one a person chose, and asks for nothing else', async () => {
    const ways = machine({ chosen: '/opt/electron', exists: () => true });
    expect(await resolveRuntime(ways)).toEqual({ kind: 'chosen', executable: '/opt/electron' });
    expect(ways.asked).toEqual([]);
  });

  it('does not quietly pass over a chosen one that is not there', async () => {
    await expect(resolveRuntime(machine({ chosen: '/opt/none' }))).rejects.toThrow('DATELINE_ELECTRON');
  });

  it('takes the declared package when it is whole, without the network', async () => {
    const ways = machine({ declared: () => '/modules/electron' });
    expect(await resolveRuntime(ways)).toEqual({ kind: 'declared', executable: '/modules/electron' });
    expect(ways.asked).toEqual([]);
  });

  it('installs the declared package before it thinks of the stand-in', async () => {
    const ways = machine({ install: async () => '/modules/electron' });
    expect(await resolveRuntime(ways)).toEqual({ kind: 'declared', executable: '/modules/electron' });
  });

  it('falls back last, and says so by its kind', async () => {
    const ways = machine();
    expect(await resolveRuntime(ways)).toEqual({ kind: 'fallback', executable: '/cache/electron' });
    expect(ways.asked).toEqual(['declared', 'install', 'fallback']);
  });
});

it('remembers a failed download for a day, for that version only', () => {
  const at = Date.UTC(2026, 10, 22);
  const note = JSON.stringify({ version: '45.4.1', at });
  const hour = 60 * 60 * 1000;
  expect(failureStillCounts(note, '45.4.1', at + 23 * hour)).toBe(true);
  expect(failureStillCounts(note, '45.4.1', at + 24 * hour)).toBe(false);
  expect(failureStillCounts(note, '45.5.0', at + hour)).toBe(false);
  expect(failureStillCounts(note, '45.4.1', at - hour)).toBe(false);
  expect(failureStillCounts('', '45.4.1', at)).toBe(false);
  expect(failureStillCounts('half a no', '45.4.1', at)).toBe(false);
});
