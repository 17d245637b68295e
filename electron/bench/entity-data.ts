import { readFileSync } from 'node:fs';
import type { ParsedPlainText, PlainParser } from '../cli/predict/parsed-blocks';

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

/** A gold document with its text cut into blocks and parsed. */
export interface ParsedDocument extends ParsedPlainText {
  gold: GoldDocument;
}

export function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Cuts and parses each document as the predictors do. */
export function parseDocuments(documents: readonly GoldDocument[], parse: PlainParser): ParsedDocument[] {
  return documents.map((gold) => ({ gold, ...parse(gold.text) }));
}
