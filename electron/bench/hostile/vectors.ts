import { type Block, NO_DECISIONS } from '../../contract';
import { EngineError } from '../../engine/errors';
import { readSource } from '../../engine/read/read';

/** Fields of a block that hold words of the source; the window shows them as text and nothing else. */
const WORDS = new Set(['text', 'alt', 'source', 'language', 'lang', 'noteLabel']);
const OWN = new Set(['id', 'kind', 'dir', 'target']);
const OPENED = /^(?:https?|mailto):/;

/** What in a block is neither words, nor numbers, nor of our own making. */
function strangers(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => strangers(item, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => strangers(inner, name));
  if (typeof value !== 'string' || WORDS.has(key)) return [];
  if (key === 'href') return OPENED.test(value) ? [] : [`href ${value}`];
  return OWN.has(key) && /^[a-zA-Z0-9-]{1,40}$/.test(value) ? [] : [`${key} ${value}`];
}

async function blocksOf(markup: string, format: 'html' | 'markdown'): Promise<Block[]> {
  const bytes = new TextEncoder().encode(markup);
  const info = { name: 'v', size: bytes.length, modified: 0, hash: 'v' };
  try {
    return (await readSource({ info, bytes }, { ...NO_DECISIONS, format })).blocks.map(({ block }) => block);
  } catch (error) {
    if (error instanceof EngineError) return [];
    throw error;
  }
}

/** Reads every attack string as a page and as Markdown; prints what came through as anything but data. */
export async function checkVectors(vectors: unknown): Promise<void> {
  const strings = stringsOf(vectors);
  const found: string[] = [];
  let slowest = 0;
  for (const markup of strings) {
    const started = performance.now();
    for (const format of ['html', 'markdown'] as const) {
      try {
        found.push(
          ...strangers(await blocksOf(markup, format), '').map(
            (what) => `${what} from ${markup.slice(0, 80)}`,
          ),
        );
      } catch (error) {
        found.push(`${error} from ${markup.slice(0, 80)}`);
      }
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  console.log(
    `\n${strings.length} attack strings, each read as a page and as Markdown: ${found.length} came through as anything but text or an inert link (slowest ${slowest.toFixed(0)} ms).`,
  );
  for (const line of found.slice(0, 20)) console.log(`  ${line}`);
  if (found.length > 0) process.exitCode = 1;
}

/** The vectors' own markup: every string under a key that says so, else every string. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const own = ['payload', 'vector', 'markup', 'input', 'data', 'html', 'code'].find(
    (key) => typeof record[key] === 'string',
  );
  return own ? [record[own] as string] : Object.values(record).flatMap(stringsOf);
}
