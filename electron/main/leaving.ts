import { dialog } from 'electron';
import type { NotSaved } from '../contract';

/** What a person answers when the app is to end and something is not on the disk. */
export type Answer = 'again' | 'stay' | 'leave';

/** What is kept, as the end of the app needs it. */
interface Kept {
  /** @returns false when something could not be written */
  flush(): Promise<boolean>;
  readonly trouble: NotSaved | null;
}

/**
 * Writes what waits, and asks as long as something cannot be written: the app never ends with unsaved changes unseen.
 * @returns whether the app may end
 */
export async function mayLeave(
  kept: Kept,
  ask: (trouble: NotSaved | null) => Promise<Answer>,
): Promise<boolean> {
  for (;;) {
    if (await kept.flush()) return true;
    const answer = await ask(kept.trouble);
    if (answer !== 'again') return answer === 'leave';
  }
}

const ANSWERS: readonly { answer: Answer; label: string }[] = [
  { answer: 'again', label: 'Try Again' },
  { answer: 'stay', label: 'Keep Dateline Open' },
  { answer: 'leave', label: 'Quit Without Saving' },
];

/** By the system's dialogue, because the window may be closed by then. */
export async function askWhetherToLeave(trouble: NotSaved | null): Promise<Answer> {
  const waiting = trouble?.waiting ?? 0;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: waiting === 1 ? 'One change could not be saved.' : `${waiting} changes could not be saved.`,
    detail: trouble
      ? `The system does not write ${trouble.path} (${trouble.reason}). What waits is lost when Dateline ends.`
      : 'What waits is lost when Dateline ends.',
    buttons: ANSWERS.map(({ label }) => label),
    defaultId: 0,
    cancelId: 1,
  });
  return ANSWERS[response]?.answer ?? 'stay';
}
