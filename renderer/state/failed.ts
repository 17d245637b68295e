import { signal } from '@preact/signals';
import type { AppError } from '../../electron/contract';

/** A file that could not be opened, and why. */
export interface FailedFile {
  path: string;
  cause: string;
}

/** Files that were asked for and could not be opened, the latest first, until they are dismissed or open after all. */
export const failedFiles = signal<readonly FailedFile[]>([]);

export function noteFailed(path: string, error: AppError): void {
  failedFiles.value = [
    { path, cause: error.cause },
    ...failedFiles.value.filter((file) => file.path !== path),
  ];
}

export function forgetFailed(path: string): void {
  if (failedFiles.value.some((file) => file.path === path)) {
    failedFiles.value = failedFiles.value.filter((file) => file.path !== path);
  }
}

export function dismissFailed(): void {
  failedFiles.value = [];
}
