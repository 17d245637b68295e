import type {
  Analysis,
  AppError,
  Article,
  Block,
  Decisions,
  Entity,
  PackedAnalysis,
  StoredFindings,
  TimelineEvent,
} from '../../contract';
import { packAnalysis } from '../../packing/pack';
import { unpack as unpackLists } from '../../packing/unpack';
import type { Database } from '../database/database';
import { dayNumber } from '../days';
import { pack, unpack, unpackJson } from '../pack';
import { fold } from '../search/fold';
import { articleDictionary } from './dictionary';
import { applyMetadata } from './metadata';
import { nextRevision } from './revision';
import { storedAnalysis, travellingAnalysis } from './stored-analysis';

/** What the engine made of one article. */
export type Findings = StoredFindings;

interface PackedRow {
  blocks: Uint8Array;
  findings: Uint8Array;
  /** `stored-analysis.ts`; null in a row of a library of form 1. */
  analysis: Uint8Array | null;
}

/** Findings without the blocks and the analysis, which lie in columns of their own. */
interface PackedFindings {
  article: Omit<Article, 'blocks'>;
  analysis: Omit<PackedAnalysis, 'bytes'>;
  decisions: Decisions;
}

/** Lists that an earlier engine did not make yet. */
const NO_FINDINGS = { suggestedMerges: [], references: [], statements: [], unapplied: [] };

/** As form 1 held them: the whole analysis among them. */
interface FirstFormFindings extends Omit<PackedFindings, 'analysis'> {
  analysis: Analysis;
}

/**
 * Puts findings in place of earlier ones, all rows or none. The caller has checked that they are of this entry's bytes.
 */
export function putFindings(database: Database, entry: number, findings: Findings): void {
  const { article, decisions } = findings;
  const { blocks, ...rest } = article;
  const { bytes, ...beside } = findings.analysis;
  const analysis = unpackLists(bytes);
  if (analysis.article !== article.source.hash) throw new Error('The findings are of another article.');
  const packedBlocks = pack(blocks);
  const beyond: PackedFindings = { article: rest, analysis: beside, decisions };
  database.transaction(() => {
    database.run('INSERT OR REPLACE INTO packed VALUES (?, ?, ?, ?)', [
      entry,
      packedBlocks,
      pack(beyond, articleDictionary),
      storedAnalysis(bytes, unpackJson(packedBlocks)),
    ]);
    database.run(
      'UPDATE entry SET format = ?, engine = ?, problem = NULL, word_count = ?, published = ?, revision = ? WHERE id = ?',
      [
        article.detected.format,
        analysis.engineVersion,
        countWords(blocks),
        publicationDay(analysis),
        nextRevision(database),
        entry,
      ],
    );
    applyMetadata(database, entry, article);
    putEntities(database, entry, analysis);
    putTellings(database, entry, analysis.events);
  });
}

/** The article could not be read; what was known of it before stays. */
export function putProblem(database: Database, entry: number, problem: AppError): void {
  database.transaction(() => {
    database.run('UPDATE entry SET problem = ?, revision = ? WHERE id = ?', [
      JSON.stringify(problem),
      nextRevision(database),
      entry,
    ]);
  });
}

/**
 * What was found when the article was read last; null when it never was, or when what was kept of it is not whole: the
 * article is then read again.
 */
export function findingsOf(database: Database, entry: number): Findings | null {
  const row = database.get<PackedRow>('SELECT blocks, findings, analysis FROM packed WHERE entry = ?', [
    entry,
  ]);
  if (!row) return null;
  const { article, analysis, decisions } = unpack<PackedFindings | FirstFormFindings>(
    row.findings,
    articleDictionary,
  );
  const blocks = unpackJson(row.blocks);
  const whole = { ...article, blocks: JSON.parse(blocks.toString('utf8')) as Block[] };
  if ('events' in analysis) {
    return { article: whole, analysis: packAnalysis({ ...NO_FINDINGS, ...analysis }), decisions };
  }
  const bytes = row.analysis && travellingAnalysis(row.analysis, blocks);
  return bytes && { article: whole, analysis: { ...analysis, bytes }, decisions };
}

export function blocksOf(database: Database, entry: number): Block[] {
  const row = database.get<Pick<PackedRow, 'blocks'>>('SELECT blocks FROM packed WHERE entry = ?', [entry]);
  return row ? unpack<Block[]>(row.blocks) : [];
}

function putEntities(database: Database, entry: number, { entities }: Analysis): void {
  database.run('DELETE FROM entity WHERE entry = ?', [entry]);
  for (const entity of entities) {
    const row = database.get<{ id: number }>(
      'INSERT INTO entity (entry, type, name) VALUES (?, ?, ?) RETURNING id',
      [entry, entity.type, entity.name],
    );
    for (const name of namesOf(entity)) {
      database.run('INSERT OR IGNORE INTO name VALUES (?, ?)', [name, row?.id ?? 0]);
    }
  }
}

/** Folded, the entity's own name first. */
function namesOf({ name, aliases }: Entity): string[] {
  return [name, ...aliases.map((alias) => alias.name)].map(fold);
}

function putTellings(database: Database, entry: number, events: readonly TimelineEvent[]): void {
  database.run('DELETE FROM telling WHERE entry = ?', [entry]);
  for (const { id, time } of events) {
    const first = time?.first ? dayNumber(time.first) : null;
    const last = time?.last ? dayNumber(time.last) : null;
    database.run('INSERT INTO telling (entry, event, first, last) VALUES (?, ?, ?, ?)', [
      entry,
      id,
      first,
      last,
    ]);
  }
}

function publicationDay({ publicationDate }: Analysis): number | null {
  return publicationDate ? dayNumber(publicationDate.value) : null;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu;

/** Words between spaces; where none stand between words, two letters count as one. */
function countWords(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => {
    const unspaced = text.match(UNSPACED)?.length ?? 0;
    const rest = unspaced > 0 ? text.replace(UNSPACED, ' ') : text;
    return sum + Math.ceil(unspaced / 2) + (rest.match(WORDS)?.length ?? 0);
  }, 0);
}
