import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, type Block, NO_DECISIONS } from '../../contract';
import type { Draft, DraftBlock } from '../read/draft';
import { readSource } from '../read/read';
import { cleanDraft } from './clean';

const info = { name: 'x', size: 1, modified: 0, hash: 'h' };

async function read(name: string, text: string): Promise<Draft> {
  const bytes = new TextEncoder().encode(text);
  return readSource({ info: { ...info, name, size: bytes.length }, bytes }, NO_DECISIONS);
}

function clean(draft: Draft, restored: string[] = []): Article {
  return cleanDraft(draft, info, { ...NO_DECISIONS, restored }).article;
}

function draftOf(blocks: DraftBlock[]): Draft {
  return {
    kind: 'page',
    detected: { format: 'text', encoding: 'utf-8', encodingSource: 'utf-8' },
    blocks,
    candidates: [],
    images: [],
    original: '',
  };
}

function paragraph(text: string, at: number, located = true): DraftBlock {
  const block: Block = { kind: 'paragraph', id: `p${at}`, text, marks: [] };
  return { block, evidence: { linkShare: 0, inside: [], names: [], hidden: false, located } };
}

const textOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text).join('\n');

interface Expected {
  title: string;
  kept: string[];
  removed: [string, string][];
}

const fixtures = [
  ['plain-with-noise', 'source.txt'],
  ['news-page', 'source.html'],
] as const;

function fixture(name: string, file: string): string {
  return readFileSync(new URL(`./fixtures/${name}/${file}`, import.meta.url), 'utf8');
}

describe.each(fixtures)('cleaning %s', (name, file) => {
  const expected = JSON.parse(fixture(name, 'expected.json')) as Expected;

  it('keeps the article and says why the rest went', async () => {
    const article = clean(await read(file, fixture(name, file)));
    expect(article.title?.value).toBe(expected.title);
    expect(article.titleBlock).toBe(article.blocks[0]?.id);
    const kept = article.blocks.map(({ text }, i) => text.slice(0, expected.kept[i]?.length ?? 40));
    expect(kept).toEqual(expected.kept);
    const removed = article.removals.map(({ reason, blocks }, i) => [
      reason,
      textOf(blocks).slice(0, expected.removed[i]?.[1].length ?? 40),
    ]);
    expect(removed).toEqual(expected.removed);
    for (const { rule } of article.removals) expect(rule).not.toBe('');
  });

  it('changes nothing more the second time', async () => {
    const first = clean(await read(file, fixture(name, file)));
    const again = clean(await read('again.txt', first.blocks.map(({ text }) => text).join('\n\n')));
    const words = (article: Article) =>
      article.blocks
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/);
    expect(words(again)).toEqual(words(first));
  });
});

describe('cleanDraft', () => {
  const line = fc.oneof(
    fc.constantFrom('Share', 'Advertisement', 'Read more', 'Comments', '3 hours ago', ''),
    fc.lorem({ maxCount: 30 }).map((words) => `${words}.`),
    fc.string({ maxLength: 40 }),
  );

  it('loses no text: every block of the draft is kept or removed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.boolean()), { maxLength: 25 }), (rows) => {
        const draft = draftOf(rows.map(([text, located], i) => paragraph(text, i, located)));
        const article = clean(draft);
        const all = [...article.blocks, ...article.removals.flatMap(({ blocks }) => blocks)];
        const found = all.flatMap(({ text }) => text.split('\n')).filter((text) => text !== '');
        const given = rows.flatMap(([text]) => text.split('\n')).filter((text) => text !== '');
        expect(found.sort()).toEqual(given.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('names every block once, and refers only to blocks that are there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.boolean()), { maxLength: 25 }), (rows) => {
        const article = clean(draftOf(rows.map(([text, located], i) => paragraph(text, i, located))));
        const ids = article.blocks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { after } of article.removals) expect(after === null || ids.includes(after)).toBe(true);
        const removalIds = article.removals.map(({ id }) => id);
        expect(new Set(removalIds).size).toBe(removalIds.length);
        expect(article.removedShare).toBeGreaterThanOrEqual(0);
        expect(article.removedShare).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('warns by the share that went from the article, not by the menus around it', async () => {
    const page = clean(await read('page.html', fixture('news-page', 'source.html')));
    expect(page.removedShare).toBeGreaterThan(0.01);
    expect(page.removedShare).toBeLessThan(1 / 3);
  });

  it('turns references to notes into references to the block that holds the note', async () => {
    const page = clean(await read('page.html', fixture('news-page', 'source.html')));
    const reference = page.blocks.flatMap(({ marks }) => marks).find(({ kind }) => kind === 'noteReference');
    const note = page.blocks.find(({ noteLabel }) => noteLabel === '1');
    expect(reference).toMatchObject({ target: note?.id });
  });
});

describe('the label of an advertisement', () => {
  it('goes wherever it stands, however much the text around it is believed', async () => {
    const body =
      'The council of the harbour town said on Tuesday that the bridge will be closed for eleven weeks because two of its cables are worn.';
    const text = [
      'Bridge closed for repairs',
      body,
      'Advertisement',
      body.replace('Tuesday', 'Friday'),
      'Werbung',
      body,
    ].join('\n\n');
    const article = clean(await read('bridge.txt', text));
    expect(article.blocks.filter(({ text }) => /^(?:Advertisement|Werbung)$/.test(text))).toEqual([]);
    expect(article.removals.filter(({ reason }) => reason === 'advertisement').length).toBeGreaterThan(0);
  });
});

describe('the title', () => {
  it('is the main heading of the page, also where the stated title is worded a little otherwise', async () => {
    const body =
      'The bridge over the river will be closed for two weeks from Monday, the town said, because its cables must be changed.';
    const page = `<html><head><title>Bridge over river closed for two weeks - The Valley Gazette</title></head><body><main><article><h1>Bridge over the river closed for two weeks from Monday</h1><p>${body}</p><p>${body.replace('bridge', 'road')}</p></article></main></body></html>`;
    const article = clean(await read('bridge.html', page));
    expect(article.titleBlock).toBe(article.blocks[0]?.id);
    expect(article.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(1);
  });
});
