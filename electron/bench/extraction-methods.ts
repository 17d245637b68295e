import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { extract } from '../cli/predict/extraction';
import { EngineError } from '../engine/errors';
import { parseHtml, readHtml } from '../engine/read/html';

export interface Outcome {
  articleBody: string;
  /** From bytes in memory to the article, ms; for the others to their HTML. */
  ms: number;
}

/** What turns a page into an article's text. */
export type Method = (bytes: Uint8Array, name: string, url: string | null) => Promise<Outcome>;

type Document = ConstructorParameters<typeof Readability>[0];

async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
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
    return { articleBody: value.articleBody, ms };
  } catch (error) {
    if (error instanceof EngineError) return { articleBody: '', ms: 0 };
    throw error;
  }
};

export const readability: Method = async (bytes) => {
  const html = new TextDecoder().decode(bytes);
  const { value, ms } = await timed(() => {
    const document = parseHTML(html).document as unknown as Document;
    return new Readability(document).parse()?.content ?? '';
  });
  return { articleBody: textOf(value), ms };
};

export const defuddle: Method = async (bytes, _name, url) => {
  const html = new TextDecoder().decode(bytes);
  const { value, ms } = await timed(async () => {
    const document = parseHTML(html).document as unknown as Parameters<typeof Defuddle>[0];
    return (await Defuddle(document, url ?? undefined)).content;
  });
  return { articleBody: textOf(value), ms };
};

/** The text as it is: what pasting it would give. */
export const wholeText: Method = async (bytes) => ({ articleBody: new TextDecoder().decode(bytes), ms: 0 });
