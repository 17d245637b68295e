import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Article, NO_DECISIONS } from '../../contract';
import type { Draft } from '../read/draft';
import { readSource } from '../read/read';
import { cleanDraft } from './clean';

const folder = fileURLToPath(new URL('../read/fixtures', import.meta.url));

async function open(name: string): Promise<{ draft: Draft; article: Article }> {
  const file = readdirSync(join(folder, name)).find((one) => one.startsWith('source.')) ?? 'source';
  const bytes = new Uint8Array(readFileSync(join(folder, name, file)));
  const info = { name: file, size: bytes.length, modified: 0, hash: name };
  const draft = await readSource({ info, bytes }, NO_DECISIONS);
  return { draft, article: cleanDraft(draft, info, NO_DECISIONS).article };
}

describe.each(readdirSync(folder))('the fixture %s', (name) => {
  it('is kept whole if somebody wrote it as a document', async () => {
    const { draft, article } = await open(name);
    if (draft.kind === 'page') return;
    const kept = new Set(article.blocks.map(({ id }) => id));
    const lost = draft.blocks.filter(
      ({ block, evidence, taken }) => !kept.has(block.id) && !evidence.hidden && !taken,
    );
    expect(lost.map(({ block }) => block.text)).toEqual([]);
  });
});

describe('a mail', () => {
  it('that a person wrote keeps its salutation and its sign-off, and loses a quoted signature', async () => {
    const { draft, article } = await open('letter');
    expect(draft.kind).toBe('document');
    const text = article.blocks.map((block) => block.text).join('\n');
    for (const words of [
      'Dear Tom,',
      'thank you for the log',
      'Share what she says',
      'Best wishes,',
      'Quay 3',
    ])
      expect(text).toContain(words);
    expect(article.blocks.find(({ kind }) => kind === 'quote')?.text).toBe(
      'Please find the log of last night. The wind was north until two, then it fell.',
    );
    expect(text).not.toContain('Subscribe');
  });

  it.each([
    ['letter-html', 'document'],
    ['old-mail', 'document'],
    ['newsletter', 'page'],
  ])('%s is a %s', async (name, kind) => {
    expect((await open(name)).draft.kind).toBe(kind);
  });
});
