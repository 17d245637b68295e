import { expect, it } from 'vitest';
import { type GoldDocument, parseDocuments, readLines } from '../../bench/entity-data';
import { ALL_TYPES, exactScore } from '../../bench/name-score';
import { fineNames } from '../../bench/ordinary-pages';
import { createPlainParser } from '../../cli/predict/parsed-blocks';

const PAGES = 'electron/training/ordinary-pages/pages.jsonl';
/** Of the held pages, so that the test stays short. */
const MOST = 8;

it('names on ordinary pages that nothing was fitted to stay above their floor', { timeout: 120_000 }, () => {
  const held = readLines<GoldDocument & { held: boolean }>(PAGES).filter((page) => page.held);
  expect(held).toHaveLength(30);
  const documents = parseDocuments(held.slice(0, MOST), createPlainParser([]));
  const score = exactScore(held.slice(0, MOST), documents.map(fineNames), ALL_TYPES);
  expect(score.f1).toBeGreaterThan(FLOOR);
});

/** Points of exact F1 over all types; a few below what was reached when the weights were fitted. */
const FLOOR = 58;
