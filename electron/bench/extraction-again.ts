import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, NO_DECISIONS } from '../contract';
import { cleanDraft } from '../engine/clean/clean';
import { EngineError } from '../engine/errors';
import { readSource } from '../engine/read/read';
import type { PageSet } from './extraction-sets';
import { words } from './text-metrics';

async function clean(name: string, bytes: Uint8Array): Promise<Article | null> {
  const info = { name, size: bytes.length, modified: 0, hash: name };
  try {
    return cleanDraft(await readSource({ info, bytes }, NO_DECISIONS), info, NO_DECISIONS).article;
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** The article as somebody would copy it out of the window: one block a paragraph. */
function asText({ blocks }: Article): string {
  const texts = blocks.map(({ kind, text }) => (kind === 'code' ? text : text.replaceAll('\n', '\n\n')));
  return texts.filter((text) => text !== '').join('\n\n');
}

/**
 * Cleans what cleaning left, as plain text: on how many pages nothing more goes, which share of the words does on the
 * others together, and with `list` the pages that lose most of their words.
 */
export async function cleanAgain(
  set: PageSet,
  folder: string,
  ids: readonly string[],
  list: number,
): Promise<string> {
  const lost: { id: string; words: number; share: number }[] = [];
  let [pages, all] = [0, 0];
  for (const id of ids) {
    const first = await clean(set.file(id), readFileSync(join(folder, set.file(id))));
    const text = first ? asText(first) : '';
    const again = text === '' ? null : await clean('again.txt', new TextEncoder().encode(text));
    if (!again) continue;
    const count = words(text).length;
    const gone = again.removals.flatMap(({ blocks }) => blocks.flatMap((block) => words(block.text))).length;
    pages++;
    all += count;
    if (gone > 0) lost.push({ id, words: gone, share: gone / count });
  }
  const share = lost.reduce((sum, one) => sum + one.words, 0) / Math.max(1, all);
  const worst = lost.sort((a, b) => b.share - a.share).slice(0, list);
  return [
    `${set.name.padEnd(24)}nothing more goes on ${pages - lost.length} of ${pages}; ${(100 * share).toFixed(2)} % of the words go`,
    ...worst.map((one) => `  ${one.id} ${one.words} words, ${Math.round(100 * one.share)} %`),
  ].join('\n');
}
