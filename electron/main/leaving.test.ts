import { describe, expect, it, vi } from 'vitest';
import type { NotSaved } from '../contract';
import { type Answer, askWhetherToLeave, mayLeave } from './leaving';

const { showMessageBox } = vi.hoisted(() => ({ showMessageBox: vi.fn() }));
vi.mock('electron', () => ({ dialog: { showMessageBox } }));

const trouble: NotSaved = { path: '/data/journal.jsonl', waiting: 2, reason: 'ENOSPC' };

/** @param written what each attempt to write comes to */
function setUp(written: boolean[], answers: Answer[]) {
  const asked: (NotSaved | null)[] = [];
  const kept = { flush: async () => written.shift() ?? false, trouble };
  const ask = async (told: NotSaved | null): Promise<Answer> => {
    asked.push(told);
    return answers.shift() ?? 'stay';
  };
  return { asked, leave: () => mayLeave(kept, ask) };
}

describe('the end of the app', () => {
  it('needs no word when everything is on the disk', async () => {
    const { asked, leave } = setUp([true], []);
    expect(await leave()).toBe(true);
    expect(asked).toEqual([]);
  });

  it('waits for an answer while something is not, and tries again when told to', async () => {
    const { asked, leave } = setUp([false, false, true], ['again', 'again']);
    expect(await leave()).toBe(true);
    expect(asked).toEqual([trouble, trouble]);
  });

  it('does not come when somebody would rather stay, and comes when somebody gives the changes up', async () => {
    expect(await setUp([false], ['stay']).leave()).toBe(false);
    expect(await setUp([false], ['leave']).leave()).toBe(true);
  });

  it('asks in words, and takes a closed dialogue for staying', async () => {
    showMessageBox.mockResolvedValue({ response: 1 });
    expect(await askWhetherToLeave(trouble)).toBe('stay');
    expect(showMessageBox.mock.lastCall?.[0]).toMatchObject({
      message: '2 changes could not be saved.',
      detail: expect.stringContaining('/data/journal.jsonl (ENOSPC)'),
      cancelId: 1,
    });
    showMessageBox.mockResolvedValue({ response: 2 });
    expect(await askWhetherToLeave({ ...trouble, waiting: 1 })).toBe('leave');
    expect(showMessageBox.mock.lastCall?.[0].message).toBe('One change could not be saved.');
  });
});
