import type { NotSaved } from '../electron/contract';
import { notSaved } from './state/app';

/** Why the system would not write, by its code. */
const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk space allowed to this account is used up',
  EROFS: 'the disk may only be read',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EBUSY: 'another program holds the file',
  EIO: 'the disk could not be read or written',
  EFTYPE: 'what lies there is no file',
};

/** Stays for as long as something is not on the disk. */
export function NotSavedBanner() {
  const trouble = notSaved.value;
  if (!trouble) return null;
  return (
    <div class="notice failure" role="alert">
      <p>
        <strong>Not saved</strong> {whatWaits(trouble)}
      </p>
      <p>
        Dateline keeps trying; what you did stays as long as this window is open. The file is {trouble.path}.
      </p>
    </div>
  );
}

function whatWaits({ waiting, reason }: NotSaved): string {
  const why = reasons[reason] ?? reason;
  if (waiting === 0) return `Some of what was kept could not be read: ${why}. It is not written over.`;
  return `${waiting === 1 ? 'One change waits' : `${waiting} changes wait`} to be written: ${why}.`;
}
