import type { TaggerInput } from '../features';
import { nameKey } from '../name-key';
import type { NameSpan } from '../name-span';
import type { NameClass } from '../statistics';
import type { Word } from '../words';
import { genderOfTitle, type Title, titleBefore } from './titles';

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
  /** On a person's name of one word: the office, or the title of one sex, that stands before all these mentions. */
  title?: Title;
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

/** A title before a person's lone name, where it can tell this bearer of the name from another. */
function tellingTitle(span: NameSpan, text: string, input: TaggerInput): Title | null {
  if (span.type !== 'PER' || /\s/.test(text)) return null;
  const title = titleBefore(span, input);
  return title && (title.kind === 'office' || genderOfTitle(title.key)) ? title : null;
}

/** Sorts the mentions by spelling and class, lone names of persons also by the title before them. */
export function collectForms(spans: readonly NameSpan[], input: TaggerInput): Form[] {
  const { words } = input.document;
  const byKey = new Map<string, Form>();
  const keyOf = new Map<string, string>();
  const spellings = new Map<Form, Map<string, number>>();
  for (const [mention, span] of spans.entries()) {
    const text = spanText(words, span);
    const key = keyOf.get(text) ?? (nameKey(text) || text.toLowerCase());
    keyOf.set(text, key);
    const parts = key.split(' ');
    const title = tellingTitle(span, text, input);
    const id = `${span.type} ${key}${title ? ` after ${title.key}` : ''}`;
    let form = byKey.get(id);
    if (!form) {
      form = { index: byKey.size, type: span.type, key, parts, mentions: [], text, ...(title && { title }) };
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
