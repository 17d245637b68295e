import { signal } from '@preact/signals';

/** What was just done, in words; null when there is nothing fresh to tell. */
export const message = signal<string | null>(null);

/** Milliseconds a message stays, by how much there is to read: two seconds and a third for each word. */
const readingTime = (words: string) => 2000 + words.split(/\s+/).length * 333;
const LEAST = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function tell(words: string): void {
  clearTimeout(timer);
  message.value = words;
  timer = setTimeout(dismissMessage, Math.max(LEAST, readingTime(words)));
}

export function dismissMessage(): void {
  message.value = null;
}
