import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpack } from '../../packing/unpack';
import { hashOf, TestLibrary } from '../test-library';
import { migrations } from './migrations';

/*
 * A library of every form there ever was, as it was written then: the two articles below, the first with a tag, a star
 * and a title of a person's own. A new form comes with a stored library of it: run this test with
 * DATELINE_KEEP=fixtures/form-N.db.gz (the path from here), which writes it.
 */
const ferry =
  'The night ferry\nIt sailed again.\nEntity: Port Ellery = Ellery\nDay: 2026-04-16\nPublished: 2026-04-17';
const kerry = 'Kerry in Geneva\nThe Secretary of State met his colleague.\nEntity: John Kerry = Kerry';

const fixture = (form: number) => new URL(`fixtures/form-${form}.db.gz`, import.meta.url);

async function check(test: TestLibrary): Promise<void> {
  expect(test.titles()).toEqual(['A ferry', 'Kerry in Geneva']);
  expect(test.library.entry(hashOf(ferry))).toMatchObject({
    tags: ['Sea'],
    starred: true,
    published: '2026-04-17',
  });
  expect(test.titles('entity:ellery told:2026')).toEqual(['A ferry']);
  const found = test.library.findings(hashOf(kerry));
  expect(found?.article.blocks[1]?.text).toContain('his colleague');
  expect(found && unpack(found.analysis.bytes).entities.map(({ name }) => name)).toEqual(['John Kerry']);
  expect(found?.analysis).toMatchObject({ article: hashOf(kerry), engineVersion: '1', unapplied: [] });
  expect((await test.library.check()).filter(({ what }) => what !== 'original')).toEqual([]);
}

it('writes such a library', async () => {
  const test = new TestLibrary();
  await test.import({ 'ferry.txt': ferry, 'kerry.txt': kerry });
  const article = [hashOf(ferry)];
  test.library.change(article, { kind: 'tag', tag: 'Sea', on: true });
  test.library.change(article, { kind: 'star', on: true });
  test.library.change(article, { kind: 'metadata', field: 'title', value: 'A ferry' });
  await test.close();
  await check(test);
  await test.close();
  const keep = process.env.DATELINE_KEEP;
  if (keep)
    writeFileSync(new URL(keep, import.meta.url), gzipSync(readFileSync(join(test.folder, 'library.db'))));
  await test.remove();
});

it.each(migrations)('reads a library of form $to', async ({ to }) => {
  expect(existsSync(fixture(to)), `fixtures/form-${to}.db.gz is missing`).toBe(true);
  const test = new TestLibrary();
  Object.assign(test, { folder: mkdtempSync(join(tmpdir(), 'dateline-form-')) });
  writeFileSync(join(test.folder, 'library.db'), gunzipSync(readFileSync(fixture(to))));
  await check(test);
  await test.close();
  await check(test);
  rmSync(test.folder, { recursive: true, force: true });
  await test.remove();
});
