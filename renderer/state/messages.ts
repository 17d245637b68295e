import { signal } from '@preact/signals';

/** What was just done, in words, with the file it made when there is one. */
interface Message {
  words: string;
  file: string | null;
}

/** Null when there is nothing fresh to tell. */
export const message = signal<Message | null>(null);

/** Milliseconds a message stays, by how much there is to read: two seconds and a third for each word. */
const readingTime = (words: string) => 2000 + words.split(/\s+/).length * 333;
const LEAST = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function tell(words: string, file: string | null = null): void {
  clearTimeout(timer);
  message.value = { words, file };
  timer = setTimeout(dismissMessage, Math.max(LEAST, readingTime(words)));
}

export function dismissMessage(): void {
  message.value = null;
}
