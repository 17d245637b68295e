import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Article, type Block, NO_DECISIONS } from '../../contract';
import type { Draft } from '../read/draft';
import { readSource } from '../read/read';
import { cleanDraft } from './clean';

const here = dirname(fileURLToPath(import.meta.url));
const folders = [join(here, 'fixtures'), join(here, '../read/fixtures')];
const sources = folders.flatMap((folder) =>
  readdirSync(folder).flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.startsWith('source.'))
      .map((file) => join(folder, name, file)),
  ),
);

const infoOf = (name: string) => ({ name, size: 1, modified: 0, hash: 'h' });

async function read(path: string): Promise<Draft> {
  const bytes = new Uint8Array(readFileSync(path));
  return readSource({ info: infoOf(path), bytes }, NO_DECISIONS);
}

function clean(draft: Draft, path: string, restored: string[] = []): Article {
  return cleanDraft(draft, infoOf(path), { ...NO_DECISIONS, restored }).article;
}

const idsOf = (blocks: readonly Block[]) => blocks.map(({ id }) => id);

describe.each(sources)('putting back in %s', (path) => {
  it('leaves the id, the words and the order of every block as they were', async () => {
    const draft = await read(path);
    const before = clean(draft, path);
    const place = new Map(draft.blocks.map(({ block }, i) => [block.id, i]));
    for (const { blocks: removed } of before.removals) {
      const after = clean(draft, path, idsOf(removed));
      const back = new Set(idsOf(removed));
      expect(after.blocks.filter(({ id }) => back.has(id)).map(({ text }) => text)).toEqual(
        removed.map(({ text }) => text),
      );
      expect(idsOf(after.blocks.filter(({ id }) => !back.has(id)))).toEqual(idsOf(before.blocks));
      for (const block of before.blocks) {
        expect(after.blocks.find(({ id }) => id === block.id)?.text).toBe(block.text);
      }
      const places = after.blocks
        .slice(after.titleBlock === null ? 0 : 1)
        .map(({ id }) => place.get(id) ?? -1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(idsOf(after.removals.flatMap(({ blocks }) => blocks))).toEqual(
        idsOf(before.removals.flatMap(({ blocks }) => blocks)).filter((id) => !back.has(id)),
      );
    }
  });

  it('can bring back everything the source held', async () => {
    const draft = await read(path);
    const before = clean(draft, path);
    const all = clean(draft, path, idsOf(before.removals.flatMap(({ blocks }) => blocks)));
    expect(all.removals).toEqual([]);
    const gone = draft.blocks.filter(({ block }) => !all.blocks.some(({ id }) => id === block.id));
    expect(gone.filter(({ block }) => block.kind !== 'rule')).toEqual([]);
  });
});
