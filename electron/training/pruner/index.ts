import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataFolder, option, unpackPages } from '../../bench/page-archive';
import { NO_DECISIONS } from '../../contract';
import { describeBlocks, FEATURES } from '../../engine/clean/features';
import { chooseMetadata } from '../../engine/clean/metadata/choose';
import { EngineError } from '../../engine/errors';
import type { Draft } from '../../engine/read/draft';
import { readSource } from '../../engine/read/read';
import { dumpOf, randomNumbers } from './dumps';
import { labelBlocks } from './labels';
import { words } from './metrics';

interface Truth {
  title: string;
  articleBody: string;
}

/** What `fit.py` reads of one page besides its rows. */
interface PageRecord {
  id: string;
  blocks: number;
  labels: number[];
  words: number[];
  /** The model judges this block: it has text, is shown, is no caption, and stands near text. */
  judged: number[];
}

const KINDS = ['html', 'container', 'page', 'clean'] as const;

async function readDraft(name: string, bytes: Uint8Array): Promise<Draft | null> {
  if (bytes.length === 0) return null;
  try {
    return await readSource(
      { info: { name, size: bytes.length, modified: 0, hash: name }, bytes },
      NO_DECISIONS,
    );
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function describe(
  id: string,
  name: string,
  draft: Draft,
  truth: Truth,
): { rows: Float32Array; page: PageRecord } {
  const title = chooseMetadata(draft, name, NO_DECISIONS).title?.value ?? null;
  const described = describeBlocks(draft.blocks, title);
  const none = FEATURES.map(() => 0);
  const judged = draft.blocks.map(({ block, evidence }, i) => {
    const isText = block.text !== '' && block.kind !== 'figure' && block.kind !== 'rule';
    return Number(isText && !evidence.hidden && described[i]!.values !== null);
  });
  const page = {
    id,
    blocks: draft.blocks.length,
    labels: labelBlocks(draft.blocks, truth.articleBody).map(Number),
    words: draft.blocks.map(({ block }) => words(block.text).length),
    judged,
  };
  return { rows: Float32Array.from(described.flatMap(({ values }) => values ?? none)), page };
}

/** Some clean texts teach the model to leave clean texts alone. */
function cleanText(truth: Truth, draft: Draft, random: () => number): string {
  if (random() < 0.6) return dumpOf(draft.blocks, 'located', random);
  const title = random() < 0.7 ? [truth.title] : [];
  return [...title, ...truth.articleBody.split(/\n+/)].filter((line) => line).join('\n\n');
}

/**
 * `npm run train -- pruner --out FOLDER [--data FOLDER]`: writes what the pruner's model is fitted on, the described
 * and labelled blocks of WCXB's development pages (CC-BY 4.0) and of plain-text dumps made from them. Then
 * `python3 electron/training/pruner/fit.py FOLDER` prints cross-validated figures and writes
 * engine/data/pruner-model.json. To be run after any change of the features or the phrases.
 */
export async function run(args: string[]): Promise<void> {
  const data = dataFolder(args);
  const out = resolve(option(args, 'out') ?? '');
  if (!option(args, 'out')) throw new Error('Say where to write with --out FOLDER.');
  mkdirSync(out, { recursive: true });
  const folder = unpackPages(data, 'extraction/wcxb');
  const truths = JSON.parse(readFileSync(join(data, 'extraction/wcxb/truth.json'), 'utf8')) as Record<
    string,
    Truth
  >;
  const random = randomNumbers(7);
  const found = Object.fromEntries(
    KINDS.map((kind) => [kind, { rows: [] as Float32Array[], pages: [] as PageRecord[] }]),
  );
  for (const [id, truth] of Object.entries(truths)) {
    const html = await readDraft(`${id}.html`, readFileSync(join(folder, `${id}.html`)));
    if (!html) continue;
    const texts = {
      container: dumpOf(html.blocks, 'container', random),
      page: dumpOf(html.blocks, 'page', random),
      clean: cleanText(truth, html, random),
    };
    for (const kind of KINDS) {
      const name = `${id}.${kind === 'html' ? 'html' : 'txt'}`;
      const draft = kind === 'html' ? html : await readDraft(name, new TextEncoder().encode(texts[kind]));
      if (!draft) continue;
      const { rows, page } = describe(id, name, draft, truth);
      found[kind]!.rows.push(rows);
      found[kind]!.pages.push(page);
    }
  }
  for (const [kind, { rows, pages }] of Object.entries(found)) {
    writeFileSync(join(out, `${kind}.f32`), Buffer.concat(rows.map((one) => Buffer.from(one.buffer))));
    writeFileSync(join(out, `${kind}.json`), JSON.stringify(pages));
  }
  writeFileSync(join(out, 'features.json'), JSON.stringify(FEATURES));
  process.stdout.write(`Wrote the rows of ${Object.keys(truths).length} pages to ${out}.\n`);
}
