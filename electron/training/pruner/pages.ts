import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, unpackPages } from '../../bench/page-archive';
import { NO_DECISIONS } from '../../contract';
import { EngineError } from '../../engine/errors';
import type { Draft } from '../../engine/read/draft';
import { readSource } from '../../engine/read/read';
import { dumpOf, randomNumbers } from './dumps';

export interface Truth {
  title: string;
  articleBody: string;
  url: string;
  /** Of pages that are no articles. */
  type?: string;
}

/** A page or a text that was made of one, with the annotated article. */
export interface Sample {
  id: string;
  name: string;
  /** Pages of one site stand in one fold. */
  site: string;
  /** It is an article, no shop, thread or list. */
  article: boolean;
  draft: Draft;
  truth: Truth;
}

/** What the models are fitted on: pages, and the texts that people would make of them. */
export const KINDS = ['html', 'container', 'page', 'clean', 'dump'] as const;
export type Kind = (typeof KINDS)[number];

async function readDraft(name: string, bytes: Uint8Array): Promise<Draft | null> {
  if (bytes.length === 0) return null;
  try {
    const info = { name, size: bytes.length, modified: 0, hash: name };
    return await readSource({ info, bytes }, NO_DECISIONS);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function siteOf(id: string, { url }: Truth): string {
  return URL.canParse(url) ? new URL(url).hostname.split('.').slice(-2).join('.') : id;
}

/** Some clean texts teach the model to leave clean texts alone. */
function cleanText(truth: Truth, draft: Draft, random: () => number): string {
  if (random() < 0.6) return dumpOf(draft.blocks, 'located', random);
  const title = random() < 0.7 ? [truth.title] : [];
  return [...title, ...truth.articleBody.split(/\n+/)].filter((line) => line).join('\n\n');
}

type Add = (kind: Kind, id: string, name: string, draft: Draft | null, truth: Truth) => void;

async function addPages(data: string, set: string, step: number, add: Add, asText: boolean): Promise<void> {
  const folder = unpackPages(data, set);
  const truths = JSON.parse(readFileSync(join(data, set, 'truth.json'), 'utf8')) as Record<string, Truth>;
  const random = randomNumbers(7);
  let made = 0;
  for (const [id, truth] of Object.entries(truths).filter((_, i) => i % step === 0)) {
    const html = await readDraft(`${id}.html`, readFileSync(join(folder, `${id}.html`)));
    if (!html) continue;
    add('html', id, `${id}.html`, html, truth);
    if (!asText) continue;
    // One text a page: three that differ in their margins alone would teach little more than one.
    const kind = (['container', 'page', 'clean'] as const)[made++ % 3]!;
    const text = kind === 'clean' ? cleanText(truth, html, random) : dumpOf(html.blocks, kind, random);
    add(kind, id, `${id}.txt`, await readDraft(`${id}.txt`, new TextEncoder().encode(text)), truth);
  }
}

async function addDumps(data: string, step: number, add: Add): Promise<void> {
  const set = 'extraction/dumps';
  const folder = unpackPages(data, set, 'dumps');
  const truths = JSON.parse(readFileSync(join(data, set, 'truth.json'), 'utf8')) as Record<string, Truth>;
  for (const [id, truth] of Object.entries(truths).filter((_, i) => i % step === 0)) {
    const name = `${id}.txt`;
    add('dump', id, name, await readDraft(name, readFileSync(join(folder, name))), truth);
  }
}

/** Everything the models are fitted on: WCXB's articles, its pages of other kinds, and texts made of them (CC-BY 4.0). */
export async function readSamples(
  args: readonly string[],
  step: number,
  wanted: 'pages' | 'texts' | 'all',
): Promise<Record<Kind, Sample[]>> {
  const data = dataFolder(args);
  const samples: Record<Kind, Sample[]> = { html: [], container: [], page: [], clean: [], dump: [] };
  const add: Add = (kind, id, name, draft, truth) => {
    if (draft && (wanted === 'all' || (kind === 'html') === (wanted === 'pages')))
      samples[kind].push({
        id,
        name,
        site: siteOf(id, truth),
        article: truth.type === undefined,
        draft,
        truth,
      });
  };
  await addPages(data, 'extraction/wcxb', step, add, wanted !== 'pages');
  if (wanted !== 'texts') await addPages(data, 'extraction/wcxbtypes', step, add, false);
  if (wanted !== 'pages') await addDumps(data, step, add);
  return samples;
}
