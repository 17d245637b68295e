import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Article, NO_DECISIONS } from '../../contract';
import { cleanDraft } from '../../engine/clean/clean';
import { readSource } from '../../engine/read/read';
import type { SourceFile } from '../../engine/stages';
import type { Predictor } from './answer-line';

/** What `predict extraction` writes for one file; `ms` is the time for reading and cleaning, without the disk. */
export interface Extraction {
  articleBody: string;
  title: string | null;
  author: string | null;
  /** `YYYY-MM-DD`. */
  date: string | null;
  site: string | null;
  lang: string | null;
  ms: number;
}

function sourceFile(file: string): SourceFile {
  const path = resolve(file);
  const bytes = readFileSync(path);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const modified = statSync(path).mtimeMs;
  return { info: { name: basename(path), size: bytes.length, modified, hash }, bytes };
}

/** The running text: one block a line, a blank line between. Title and captions stand in fields of their own. */
export function articleBody(article: Article): string {
  return article.blocks
    .filter(({ id, kind, text }) => id !== article.titleBlock && kind !== 'figure' && text !== '')
    .map(({ text }) => text.replaceAll('\n', ' '))
    .join('\n\n');
}

/** Reads and cleans one file that is already in memory. Throws `EngineError` for a file that is refused. */
export async function extract(source: SourceFile): Promise<Extraction> {
  const started = performance.now();
  const draft = await readSource(source, NO_DECISIONS);
  const { article } = cleanDraft(draft, source.info, NO_DECISIONS);
  const ms = Math.round((performance.now() - started) * 10) / 10;
  return {
    articleBody: articleBody(article),
    title: article.title?.value ?? null,
    author: article.byline?.value ?? null,
    date: article.publicationDate?.value ?? null,
    site: article.site?.value ?? null,
    lang: article.language?.value ?? null,
    ms,
  };
}

/** Answers `{file}` with the cleaned text and metadata. Throws for a file that is refused. */
export async function createPredictor(): Promise<Predictor> {
  return ({ file }) => extract(sourceFile(String(file)));
}
