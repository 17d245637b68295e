import { describe, expect, it } from 'vitest';
import type { LibrarianReply, LibrarianRequest, StoredFindings } from '../contract';
import { Librarian } from './librarian';

/** A process that notes what it is asked; tests answer in its place. */
function fakeProcess({ fails = false } = {}) {
  const started: {
    asked: LibrarianRequest[];
    reply(reply: LibrarianReply): void;
    exit(): void;
    killed: boolean;
  }[] = [];
  const analysed: AbortSignal[] = [];
  const notices: unknown[] = [];
  let clock = 0;
  const librarian = new Librarian(
    {
      start(onReply, onExit) {
        const process = {
          asked: [] as LibrarianRequest[],
          reply: onReply,
          exit: () => onExit('Exit 1.'),
          killed: false,
        };
        started.push(process);
        return {
          post: (request) => process.asked.push(request),
          kill: () => {
            process.killed = true;
          },
        };
      },
      analyse: async (_request, signal) => {
        analysed.push(signal);
        if (fails) throw new Error('The engine failed.');
        return {} as StoredFindings;
      },
      notice: (name, value) => notices.push([name, value]),
    },
    () => clock,
  );
  const answer = (process: number, value: unknown) => {
    const asked = started[process]?.asked.at(-1);
    started[process]?.reply({ kind: 'answer', ticket: asked?.ticket ?? 0, result: { ok: true, value } });
  };
  return {
    librarian,
    started,
    analysed,
    notices,
    answer,
    wait: (time: number) => {
      clock += time;
    },
  };
}

describe('the librarian', () => {
  it('answers each question by its ticket, whatever comes first', async () => {
    const { librarian, started } = fakeProcess();
    const first = librarian.ask('library.entities', { text: 'a' });
    const second = librarian.ask('library.entities', { text: 'b' });
    const [one, two] = started[0]?.asked ?? [];
    started[0]?.reply({ kind: 'answer', ticket: two?.ticket ?? 0, result: { ok: true, value: ['second'] } });
    started[0]?.reply({ kind: 'answer', ticket: one?.ticket ?? 0, result: { ok: true, value: ['first'] } });
    expect(await Promise.all([first, second])).toEqual([['first'], ['second']]);
  });

  it('hands a failure on as it is', async () => {
    const { librarian, started } = fakeProcess();
    const asked = librarian.ask('library.state', null);
    const error = {
      code: 'library-in-use',
      file: null,
      cause: 'In use.',
      advice: 'Wait.',
      waysOut: [],
    } as const;
    started[0]?.reply({ kind: 'answer', ticket: 1, result: { ok: false, error: { ...error, waysOut: [] } } });
    await expect(asked).rejects.toMatchObject({ error: { code: 'library-in-use' } });
  });

  it('is started again with the same library after an unexpected end', async () => {
    const { librarian, started, answer } = fakeProcess();
    const opened = librarian.ask('librarian.open', { folder: '/library' });
    answer(0, null);
    await opened;
    const lost = librarian.ask('library.state', null);
    started[0]?.exit();
    await expect(lost).rejects.toMatchObject({ error: { code: 'library-unreadable' } });
    expect(started[1]?.asked[0]).toMatchObject({ name: 'librarian.open', input: { folder: '/library' } });
  });

  it('is not started for ever', async () => {
    const { librarian, started, wait } = fakeProcess();
    librarian.ask('librarian.open', { folder: '/library' }).catch(() => {});
    for (let time = 0; time < 5; time += 1) started.at(-1)?.exit();
    expect(started).toHaveLength(3);
    await expect(librarian.ask('library.state', null)).rejects.toMatchObject({
      error: { code: 'library-unreadable' },
    });
    wait(61_000);
    librarian.ask('library.state', null).catch(() => {});
    expect(started).toHaveLength(4);
  });

  it('runs the engine for it, and stops when told to or when it is gone', async () => {
    const { librarian, started, analysed } = fakeProcess();
    librarian.ask('library.state', null).catch(() => {});
    const source = { name: 'a', size: 1, modified: 0, hash: 'h' };
    started[0]?.reply({ kind: 'analyse', ticket: 7, source, bytes: new Uint8Array() });
    await Promise.resolve();
    started[0]?.reply({ kind: 'cancel', ticket: 7 });
    expect(analysed[0]?.aborted).toBe(true);
    await new Promise((settled) => setTimeout(settled));
    expect(started[0]?.asked.at(-1)).toMatchObject({ kind: 'analysed', ticket: 7, result: { ok: true } });
  });

  it('closes the library before it ends', async () => {
    const { librarian, started, answer } = fakeProcess();
    const opened = librarian.ask('librarian.open', { folder: '/library' });
    answer(0, null);
    await opened;
    const stopping = librarian.stop();
    expect(started[0]?.asked.at(-1)).toMatchObject({ name: 'librarian.close' });
    answer(0, null);
    await stopping;
    expect(started[0]?.killed).toBe(true);
  });

  it('does not listen to a process that ended, and asks nothing of it', async () => {
    const { librarian, started, answer, notices, analysed } = fakeProcess();
    const opened = librarian.ask('librarian.open', { folder: '/library' });
    answer(0, null);
    await opened;
    const source = { name: 'a', size: 1, modified: 0, hash: 'h' };
    started[0]?.reply({ kind: 'analyse', ticket: 7, source, bytes: new Uint8Array() });
    started[0]?.exit();
    expect(analysed[0]?.aborted).toBe(true);
    const asked = librarian.ask('library.state', null);
    started[0]?.reply({ kind: 'notice', name: 'library.changed', value: { revision: 1, articles: [] } });
    started[0]?.exit();
    await new Promise((settled) => setTimeout(settled));
    expect(notices).toEqual([]);
    expect(started).toHaveLength(2);
    expect(started[1]?.asked.map(({ kind }) => kind)).toEqual(['ask', 'ask']);
    answer(1, 'the state');
    expect(await asked).toBe('the state');
  });

  it('hands notices on, and a failed analysis back to who asked for it', async () => {
    const { librarian, started, notices } = fakeProcess({ fails: true });
    librarian.ask('library.state', null).catch(() => {});
    const changed = { revision: 1, articles: ['a'] };
    started[0]?.reply({ kind: 'notice', name: 'library.changed', value: changed });
    expect(notices).toEqual([['library.changed', changed]]);
    const source = { name: 'a', size: 1, modified: 0, hash: 'h' };
    started[0]?.reply({ kind: 'analyse', ticket: 7, source, bytes: new Uint8Array() });
    await new Promise((settled) => setTimeout(settled));
    expect(started[0]?.asked.at(-1)).toMatchObject({ kind: 'analysed', ticket: 7, result: { ok: false } });
  });

  it('opens the folder that the library was moved to when it is started again', async () => {
    const { librarian, started, answer } = fakeProcess();
    for (const name of ['librarian.open', 'library.move'] as const) {
      const asked = librarian.ask(name, { folder: `/${name}` });
      answer(0, null);
      await asked;
    }
    started[0]?.exit();
    expect(started[1]?.asked[0]).toMatchObject({
      name: 'librarian.open',
      input: { folder: '/library.move' },
    });
  });

  it('is not started again for a library that was never opened, nor after it was stopped', async () => {
    const { librarian, started, answer } = fakeProcess();
    await librarian.stop();
    expect(started).toEqual([]);
    const other = fakeProcess();
    other.librarian.ask('library.state', null).catch(() => {});
    other.started[0]?.exit();
    expect(other.started).toHaveLength(1);
    librarian.ask('librarian.open', { folder: '/library' }).catch(() => {});
    answer(0, null);
    started[0]?.exit();
    expect(started).toHaveLength(1);
  });
});
