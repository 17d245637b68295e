import { nameKey } from '../name-key';
import type { NameSpan } from '../name-span';
import type { NameClass } from '../statistics';
import type { Word } from '../words';

/** All mentions of one spelling of a name (case, accents, dots and hyphens aside) with one class. */
export interface Form {
  index: number;
  type: NameClass;
  key: string;
  /** The words of the key. */
  parts: string[];
  /** Indices of its mentions in the list of spans, in reading order. */
  mentions: number[];
  /** The spelling most used. */
  text: string;
}

/** The text of a span as it stands, with line ends and double spaces made single spaces. */
export function spanText(words: readonly Word[], { first, end }: NameSpan): string {
  let text = '';
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    if (i > first && (word.spaceBefore || word.lineStarts)) text += ' ';
    text += word.lexeme.text;
  }
  return text;
}

/** Sorts the mentions by spelling and class. */
export function collectForms(spans: readonly NameSpan[], words: readonly Word[]): Form[] {
  const byKey = new Map<string, Form>();
  const keyOf = new Map<string, string>();
  const spellings = new Map<Form, Map<string, number>>();
  for (const [mention, span] of spans.entries()) {
    const text = spanText(words, span);
    const key = keyOf.get(text) ?? (nameKey(text) || text.toLowerCase());
    keyOf.set(text, key);
    const id = `${span.type} ${key}`;
    let form = byKey.get(id);
    if (!form) {
      form = { index: byKey.size, type: span.type, key, parts: key.split(' '), mentions: [], text };
      byKey.set(id, form);
      spellings.set(form, new Map());
    }
    form.mentions.push(mention);
    const counts = spellings.get(form)!;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const [form, counts] of spellings) form.text = bestSpelling(counts);
  return [...byKey.values()];
}

/** The most frequent spelling; one that is not all capitals goes before one that is ("Obama", "OBAMA"). */
function bestSpelling(counts: ReadonlyMap<string, number>): string {
  const isShouted = (text: string): boolean => text.length > 5 && text === text.toUpperCase();
  return [...counts].sort(([a, n], [b, m]) => Number(isShouted(a)) - Number(isShouted(b)) || m - n)[0]![0];
}
