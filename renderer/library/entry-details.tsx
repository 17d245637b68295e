import type { ComponentChildren } from 'preact';
import type { LibraryEntry } from '../../electron/contract';
import { WORDS_A_MINUTE } from '../state/reading-speed';
import { shortDay } from '../time/labels';
import { minutesLabel } from '../ui/minutes';

/** The line under an article's title: where it is from, when, how long, how far it is read, and its tags. */
export function entryDetails(entry: LibraryEntry): ComponentChildren {
  if (entry.problem) return entry.problem.cause;
  if (entry.waiting && entry.words === null) return 'Waits to be read';
  const minutes = entry.words && Math.max(1, Math.round(entry.words / WORDS_A_MINUTE));
  const part = entry.readState === 'reading' && entry.progress > 0.01;
  const parts = [
    entry.site,
    entry.published && shortDay(entry.published),
    minutes && minutesLabel(minutes),
    part && `${Math.round(entry.progress * 100)} % read`,
    entry.tags.map((tag) => `#${tag}`).join(' '),
  ];
  return (
    <>
      {entry.starred && (
        <span class="star" role="img" aria-label="Starred">
          ★{' '}
        </span>
      )}
      {parts.filter(Boolean).join(' · ')}
    </>
  );
}
