import { signal } from '@preact/signals';
import type { Analysis, Article } from '../../electron/contract';

/** The article in the window; there before its analysis is. */
export const article = signal<Article | null>(null);
export const analysis = signal<Analysis | null>(null);
