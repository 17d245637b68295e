import { signal } from '@preact/signals';
import type { RecentFile } from '../../electron/contract';

export const recent = signal<RecentFile[]>([]);
export const samplePath = signal('');
export const platform = signal('linux');
export const version = signal('');
/** Connections the app tried to make since it started; all were refused. */
export const connections = signal(0);
/** False until main has answered for the first time. */
export const ready = signal(false);
