const WORD = /[\p{L}\p{N}_]+/gu;

export function words(text: string): string[] {
  return text.match(WORD) ?? [];
}

export function countAll(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [key, count] of a) sum += Math.min(count, b.get(key) ?? 0);
  return sum;
}

/** Harmonic mean of precision and recall. */
function f1(shared: number, predicted: number, expected: number): number {
  if (predicted === 0 && expected === 0) return 1;
  return (2 * shared) / Math.max(predicted + expected, 1);
}

/** Word F1 of one page, 0 to 1, as WCXB counts it: bags of lower-case words. */
export function wordF1(predicted: string, expected: string): number {
  const a = words(predicted.toLowerCase());
  const b = words(expected.toLowerCase());
  return f1(overlap(countAll(a), countAll(b)), a.length, b.length);
}

function shingles(text: string): string[] {
  const all = words(text);
  const found: string[] = [];
  for (let i = 0; i < Math.max(1, all.length - 3); i++) found.push(all.slice(i, i + 4).join(' '));
  return all.length === 0 ? [] : found;
}

/** 4-gram counts of one page, as article-extraction-benchmark takes them. */
export function shingleCounts(
  predicted: string,
  expected: string,
): { shared: number; predicted: number; expected: number } {
  const a = shingles(predicted);
  const b = shingles(expected);
  return { shared: overlap(countAll(a), countAll(b)), predicted: a.length, expected: b.length };
}

/** True when both have the same words in the same order. */
export function sameWords(a: string, b: string): boolean {
  return words(a).join(' ') === words(b).join(' ');
}

/** The set's figure: F1 of mean precision and mean recall over pages. */
export function shingleF1(pages: readonly { shared: number; predicted: number; expected: number }[]): number {
  let precision = 0;
  let recall = 0;
  let answered = 0;
  for (const page of pages) {
    if (page.predicted > 0) {
      answered++;
      precision += page.shared / page.predicted;
    }
    recall += page.expected > 0 ? page.shared / page.expected : 1;
  }
  const p = precision / Math.max(answered, 1);
  const r = recall / Math.max(pages.length, 1);
  return (2 * p * r) / (p + r);
}
