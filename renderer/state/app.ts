import { signal } from '@preact/signals';
import type { FileDetails, NotSaved, RecentFile } from '../../electron/contract';

/** What is known of the files that stand open. */
export const openDetails = signal<readonly FileDetails[]>([]);
/** Why what the person did is not on the disk; null when all is. */
export const notSaved = signal<NotSaved | null>(null);
export const recent = signal<RecentFile[]>([]);
export const samplePath = signal('');
export const platform = signal('linux');
export const version = signal('');
/** Connections the app tried to make since it started; all were refused. */
export const connections = signal(0);
/** False until main has answered for the first time. */
export const ready = signal(false);
