import type {
  ArticleId,
  CorrectionChange,
  CorrectionScope,
  DecisionFields,
  Decisions,
  KeptDecisions,
  PackedAnalysis,
} from '../contract';
import { type Failure, fail } from '../files/failure';
import type { Store } from '../library/store';

/** Where articles are analysed under decisions that are not kept yet. */
export interface Reviser {
  pathOf(article: ArticleId): string;
  /** The decisions that an analysis was made under are kept now. */
  renewed(analysis: PackedAnalysis): void;
  revise(article: ArticleId, decisions: Decisions, job: number): Promise<PackedAnalysis>;
}

/**
 * What a person decides about an article. Each decision is tried first and kept when the analysis with it is there, so
 * that a cancelled or failed one leaves nothing behind; the answer comes when it lies on the disk, or when the window
 * has been told that it does not yet. One after the other, so that none is made on the ground of another's past.
 */
export class Deciding {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly articles: Reviser,
  ) {}

  decisions(article: ArticleId): KeptDecisions {
    return {
      ...this.store.decisions(article),
      canUndo: this.store.correctionsMadeIn(article).length > 0,
      canRedo: this.store.redoable(article) !== null,
    };
  }

  decide(article: ArticleId, job: number, decisions: Partial<DecisionFields>): Promise<PackedAnalysis> {
    return this.inTurn(async () => {
      const tried = { ...this.store.decisions(article), ...decisions };
      const analysis = await this.articles.revise(article, tried, job);
      await this.store.decide(article, decisions);
      return this.kept(analysis);
    });
  }

  correct(
    article: ArticleId,
    job: number,
    scope: CorrectionScope,
    change: CorrectionChange,
  ): Promise<PackedAnalysis> {
    return this.inTurn(async () => {
      const correction = this.store.newCorrection(scope, change);
      const before = this.store.decisions(article);
      const tried = { ...before, corrections: [...before.corrections, correction] };
      const analysis = await this.articles.revise(article, tried, job);
      if (analysis.unapplied.includes(correction.id))
        throw changedNothing(this.articles.pathOf(article), change);
      await this.store.correct(article, correction);
      return this.kept(analysis);
    });
  }

  undo(article: ArticleId, job: number): Promise<PackedAnalysis> {
    return this.inTurn(async () => {
      const newest = this.store.correctionsMadeIn(article).at(-1);
      return newest
        ? this.takeBack(article, job, newest.id)
        : this.articles.revise(article, this.store.decisions(article), job);
    });
  }

  withdraw(article: ArticleId, job: number, correction: string): Promise<PackedAnalysis> {
    return this.inTurn(async () => {
      if (this.store.standing(article, correction)) return this.takeBack(article, job, correction);
      throw fail(
        'invalid-request',
        this.articles.pathOf(article),
        'This correction was taken back already.',
        'Nothing is left to do.',
      );
    });
  }

  redo(article: ArticleId, job: number): Promise<PackedAnalysis> {
    return this.inTurn(async () => {
      const next = this.store.redoable(article);
      const tried = this.store.decisions(article, next === null ? {} : { with: next });
      const analysis = await this.articles.revise(article, tried, job);
      if (next !== null) await this.store.redo(article, next);
      return this.kept(analysis);
    });
  }

  private async takeBack(article: ArticleId, job: number, correction: string): Promise<PackedAnalysis> {
    const tried = this.store.decisions(article, { without: correction });
    const analysis = await this.articles.revise(article, tried, job);
    await this.store.undo(article, correction);
    return this.kept(analysis);
  }

  private kept(analysis: PackedAnalysis): PackedAnalysis {
    this.articles.renewed(analysis);
    return analysis;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work, work);
    this.last = result.catch(() => {});
    return result;
  }
}

function changedNothing(path: string, change: CorrectionChange): Failure {
  const time = 'time' in change ? change.time : null;
  if (time?.written) {
    return fail(
      'nothing-changed',
      path,
      `No time could be read in “${time.written}”.`,
      'Write it as a text would: 1987, March 2024, 9 March 2024, or choose days.',
    );
  }
  if (time) {
    return fail(
      'nothing-changed',
      path,
      'The last day lies before the first, or a day is missing.',
      'Give a first day, and a last one that does not lie before it.',
    );
  }
  return fail(
    'nothing-changed',
    path,
    'This changed nothing: what it is about is not there, or is so already.',
    'Choose it again in the list, then try once more.',
  );
}
