import {
  type ArticleId,
  type Correction,
  type DecisionFields,
  type Decisions,
  NO_DECISIONS,
} from '../contract';
import { commit, type LibraryContext } from './context';
import type { Database } from './database/database';

/** What was decided about one article alone. */
export function ownDecisions(database: Database, article: ArticleId): Decisions {
  const row = database.get<{ decisions: string }>(
    'SELECT decisions FROM decision JOIN entry ON entry.id = decision.entry WHERE article = ?',
    [article],
  );
  return row ? { ...NO_DECISIONS, ...(JSON.parse(row.decisions) as Partial<Decisions>) } : NO_DECISIONS;
}

/** With the corrections made for all articles in front of its own. */
export function decisionsOf(database: Database, article: ArticleId): Decisions {
  const own = ownDecisions(database, article);
  const shared = sharedCorrections(database).map(({ correction }) => correction);
  return { ...own, corrections: [...shared, ...own.corrections] };
}

export function decide(context: LibraryContext, article: ArticleId, changes: Partial<DecisionFields>): void {
  const decisions = { ...ownDecisions(context.database, article), ...changes };
  commit(context, [{ kind: 'decided', article, decisions }]);
}

export function correct(context: LibraryContext, article: ArticleId, correction: Correction): void {
  if (correction.scope === 'library') {
    commit(context, [{ kind: 'corrected', madeIn: article, correction }]);
    return;
  }
  const own = ownDecisions(context.database, article);
  const decisions = { ...own, corrections: [...own.corrections, correction] };
  commit(context, [{ kind: 'decided', article, decisions }]);
}

/** Takes a correction back, of either scope; false when there is none of this id. */
export function undoCorrection(context: LibraryContext, article: ArticleId, id: string): boolean {
  const own = ownDecisions(context.database, article);
  const kept = own.corrections.filter((made) => made.id !== id);
  if (kept.length < own.corrections.length) {
    commit(context, [{ kind: 'decided', article, decisions: { ...own, corrections: kept } }]);
    return true;
  }
  const shared = sharedCorrections(context.database).some(({ correction }) => correction.id === id);
  if (shared) commit(context, [{ kind: 'correctionUndone', id }]);
  return shared;
}

export function sharedCorrections(database: Database): { madeIn: ArticleId; correction: Correction }[] {
  return database
    .all<{ made_in: ArticleId; correction: string }>(
      'SELECT made_in, correction FROM shared_correction ORDER BY rowid',
    )
    .map((row) => ({ madeIn: row.made_in, correction: JSON.parse(row.correction) as Correction }));
}
