import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { extract } from '../cli/predict/extraction';
import { EngineError } from '../engine/errors';
import { parseHtml, readHtml } from '../engine/read/html';

export interface Outcome {
  articleBody: string;
  title?: string | null;
  author?: string | null;
  /** `YYYY-MM-DD`. */
  date?: string | null;
  /** Processor time from bytes in memory to the article, ms; for the others to their HTML. */
  ms: number;
}

/** What turns a page into an article's text. */
export type Method = (bytes: Uint8Array, name: string, url: string | null) => Promise<Outcome>;

type Document = ConstructorParameters<typeof Readability>[0];

/** Processor time of all threads: what collecting garbage and compiling cost is part of a method's price. */
async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const started = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(started);
  return { value, ms: (user + system) / 1000 };
}

/** Text of a piece of HTML with its blocks apart, captions included: what the method itself leaves in place. */
function textOf(html: string): string {
  const blocks = readHtml(parseHtml(html), { locate: false, idPrefix: '', resolveImage: () => null });
  return blocks.map(({ block }) => block.text).join('\n\n');
}

export const dateline: Method = async (bytes, name) => {
  try {
    const source = { info: { name, size: bytes.length, modified: 0, hash: name }, bytes };
    const { value, ms } = await timed(() => extract(source));
    return { ...value, ms };
  } catch (error) {
    if (error instanceof EngineError) return { articleBody: '', ms: 0 };
    throw error;
  }
};

export const readability: Method = async (bytes) => {
  const html = new TextDecoder().decode(bytes);
  try {
    const { value, ms } = await timed(() => {
      const document = parseHTML(html).document as unknown as Document;
      return new Readability(document).parse();
    });
    const date = /^\d{4}-\d{2}-\d{2}/.exec(value?.publishedTime ?? '')?.[0] ?? null;
    const { title = null, byline = null } = value ?? {};
    return { articleBody: textOf(value?.content ?? ''), title, author: byline, date, ms };
  } catch {
    // It takes no page apart whose root is missing; a page without an answer counts as one.
    return { articleBody: '', ms: 0 };
  }
};

export const defuddle: Method = async (bytes, _name, url) => {
  const html = new TextDecoder().decode(bytes);
  const { value, ms } = await quietly(() =>
    timed(async () => {
      const document = parseHTML(html).document as unknown as Parameters<typeof Defuddle>[0];
      return await Defuddle(document, url ?? undefined);
    }),
  );
  const { content, title, author, published } = value;
  const date = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0] ?? null;
  return { articleBody: textOf(content), title, author: author || null, date, ms };
};

/** Defuddle reports every script that is no JSON on the console. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error, warn } = console;
  console.error = console.warn = () => {};
  try {
    return await work();
  } finally {
    Object.assign(console, { error, warn });
  }
}

/** The text as it is: what pasting it would give. */
export const wholeText: Method = async (bytes) => ({ articleBody: new TextDecoder().decode(bytes), ms: 0 });
