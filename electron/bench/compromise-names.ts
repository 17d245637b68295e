import nlp from 'compromise';
import type { GoldName } from './entity-data';

interface Found {
  json(options: { offset: true }): { offset: { start: number; length: number } }[];
}

const QUESTIONS = [
  ['PER', 'people'],
  ['LOC', 'places'],
  ['ORG', 'organizations'],
] as const;

/** The names that the library compromise finds, trimmed of the marks that it counts to a term. */
export function compromiseNames(text: string): GoldName[] {
  const document = nlp(text) as unknown as Record<string, () => Found>;
  return QUESTIONS.flatMap(([type, question]) =>
    document[question]!()
      .json({ offset: true })
      .map(({ offset }) => trimmed(text, offset.start, offset.start + offset.length, type)),
  );
}

function trimmed(text: string, from: number, to: number, type: string): GoldName {
  const marks = /[\s.,;:!?()"“”‘’'[\]]/;
  let [start, end] = [from, to];
  while (start < end && marks.test(text[start]!)) start++;
  while (end > start && marks.test(text[end - 1]!)) end--;
  if (/['’]s$/.test(text.slice(start, end))) end -= 2;
  return { start, end, type };
}
