import type { Outcome } from './extraction-methods';
import type { Measure, Truth } from './extraction-sets';
import { shingleCounts, shingleF1, wordF1 } from './text-metrics';

export type Outcomes = Record<string, Outcome>;
export type Truths = Record<string, Truth>;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** F1 of a set's pages, 0 to 1, by the measure of the set. */
export function bodyF1(measure: Measure, ids: readonly string[], found: Outcomes, truths: Truths): number {
  if (measure === 'shingles')
    return shingleF1(ids.map((id) => shingleCounts(found[id]!.articleBody, truths[id]!.articleBody)));
  return mean(ids.map((id) => wordF1(found[id]!.articleBody, truths[id]!.articleBody)));
}

/** Letters and digits only, lower case: titles that differ in quotation marks or dashes are the same. */
function flat(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const sorted = (text: string | null | undefined) => flat(text).split(' ').sort().join(' ');

export interface MetadataScore {
  titles: number;
  title: number;
  authors: number;
  author: number;
  /** Pages without an author, and those of them for which one was given. */
  anonymous: number;
  invented: number;
  days: number;
  day: number;
}

/** Titles equal but for case and signs; authors with the same words, in any order; days exactly. */
export function scoreMetadata(ids: readonly string[], found: Outcomes, truths: Truths): MetadataScore {
  const score = { titles: 0, title: 0, authors: 0, author: 0, anonymous: 0, invented: 0, days: 0, day: 0 };
  for (const id of ids) {
    const truth = truths[id]!;
    const { title, author, date } = found[id]!;
    score.titles += Number(truth.title !== undefined && truth.title !== '');
    score.title += Number(flat(title) === flat(truth.title) && flat(title) !== '');
    score.authors += Number(Boolean(truth.author));
    score.author += Number(Boolean(truth.author) && sorted(author) === sorted(truth.author));
    score.anonymous += Number(!truth.author);
    score.invented += Number(!truth.author && Boolean(author));
    if (truth.publish_date?.length !== 10) continue;
    score.days++;
    score.day += Number(date === truth.publish_date);
  }
  return score;
}
