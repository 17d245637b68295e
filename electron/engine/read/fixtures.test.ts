import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../contract';
import { chooseMetadata } from '../clean/metadata/choose';
import { readSource } from './read';

/**
 * Each folder holds a source and what reading makes of it. After a change that is meant, look at the difference
 * that `UPDATE_FIXTURES=1 npm run unit -- fixtures` makes before committing it; nothing else writes them.
 */
const folder = fileURLToPath(new URL('./fixtures', import.meta.url));
const update = process.env.UPDATE_FIXTURES === '1';

async function reading(name: string) {
  const source = readdirSync(join(folder, name)).find((file) => file.startsWith('source.')) ?? 'source';
  const bytes = new Uint8Array(readFileSync(join(folder, name, source)));
  const info = { name: source, size: bytes.length, modified: 0, hash: name };
  const draft = await readSource({ info, bytes }, NO_DECISIONS);
  return {
    detected: draft.detected,
    metadata: chooseMetadata(draft, source, NO_DECISIONS),
    images: draft.images.map((image) =>
      image.kind === 'beside' ? image : { ...image, bytes: image.bytes.length },
    ),
    blocks: draft.blocks.map(({ block, evidence, taken }) => ({
      ...block,
      ...(taken && { taken: taken.reason }),
      hidden: evidence.hidden,
      located: evidence.located,
    })),
  };
}

describe('fixtures', () => {
  it.each(readdirSync(folder))('%s is read as expected', async (name) => {
    const file = join(folder, name, 'expected.json');
    const found = await reading(name);
    if (update) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    expect(existsSync(file), `${file} is missing; write it with UPDATE_FIXTURES=1`).toBe(true);
    expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
