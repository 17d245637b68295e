import { readFileSync } from 'node:fs';
import { plainBlocks } from '../cli/predict/plain-blocks';
import type { LanguagePipeline, ParsedText } from '../engine/language/document';
import type { ParsedBlock } from '../engine/stages';

/** A name in a gold file: offsets in UTF-16 units of the document's text. */
export interface GoldName {
  start: number;
  end: number;
  type: string;
}

export interface GoldDocument {
  id: string;
  text: string;
  entities: GoldName[];
  /** Regions whose annotation is not sure; predictions there are not counted unless they match. */
  ignore?: [number, number][];
}

/** A gold document with its text parsed, block by block; `starts` holds the blocks' offsets in the text. */
export interface ParsedDocument {
  gold: GoldDocument;
  starts: number[];
  blocks: ParsedBlock[];
}

/** Parses of block texts kept from an earlier run, by text; saves minutes while rules are tried. */
export type ParseCache = Map<string, ParsedText>;

export function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** @param path JSON Lines of `{"parsed": ParsedText}` */
export function readParses(path: string): ParseCache {
  return new Map(readLines<{ parsed: ParsedText }>(path).map(({ parsed }) => [parsed.text, parsed]));
}

/** Cuts each document into blocks and parses them, from the cache where it knows the text. */
export function parseDocuments(
  documents: readonly GoldDocument[],
  parses: ParseCache,
  pipeline: LanguagePipeline | null,
): ParsedDocument[] {
  return documents.map((gold) => {
    const plain = plainBlocks(gold.text);
    const blocks = plain.map(({ id, text }): ParsedBlock => {
      const parsed = parses.get(text) ?? pipeline?.parse(text);
      if (!parsed)
        throw new Error(`No parse for document ${gold.id}: the cache lacks a block and no model is loaded.`);
      return { id, kind: 'paragraph', parsed };
    });
    return { gold, starts: plain.map((b) => b.start), blocks };
  });
}
