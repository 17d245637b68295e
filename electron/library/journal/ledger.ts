import { storedCorrection, storedDecisions, storedPlace } from '../../checks/stored';
import {
  type ArticleId,
  type Correction,
  type DecisionFields,
  type Decisions,
  NO_DECISIONS,
  type ReadingPlace,
} from '../../contract';
import type { JournalRecord } from './record';

/** A correction with the article it was made in. */
interface Made {
  madeIn: ArticleId;
  correction: Correction;
  withdrawn: boolean;
}

interface ArticleState {
  fields: DecisionFields;
  place: ReadingPlace | null;
  /** Corrections taken back and not yet made again, the newest last. */
  undone: string[];
}

/**
 * What the journal's records come to. Each record is applied in the order of the journal; one that this version cannot
 * read changes nothing and is kept.
 */
export class Ledger {
  private readonly articles = new Map<ArticleId, ArticleState>();
  /** By id, in the order they were made. */
  private readonly made = new Map<string, Made>();
  private readonly takenOver = new Set<string>();
  /** The record that each fact was last told by: superseded ones can be left out of the journal. */
  private readonly tellers = new Map<string, number>();
  private readonly unread = new Set<number>();

  apply(record: JournalRecord): void {
    try {
      if (!this.read(record)) this.unread.add(record.seq);
    } catch {
      this.unread.add(record.seq);
    }
  }

  /**
   * What was decided about an article, with the corrections made for all articles in front of its own.
   * @param change how it would be `with` a correction taken back before, or `without` one that stands
   */
  decisions(article: ArticleId, change: { with?: string; without?: string } = {}): Decisions {
    const standing = [...this.made.values()].filter(({ correction: { id }, withdrawn }) =>
      withdrawn ? id === change.with : id !== change.without,
    );
    const everywhere = standing.filter(({ correction }) => correction.scope === 'library');
    const own = standing.filter(
      ({ madeIn, correction }) => madeIn === article && correction.scope === 'article',
    );
    return {
      ...(this.articles.get(article)?.fields ?? NO_DECISIONS),
      corrections: [...everywhere, ...own].map(({ correction }) => correction),
    };
  }

  place(article: ArticleId): ReadingPlace | null {
    return this.articles.get(article)?.place ?? null;
  }

  /** Standing corrections made in this article, of either scope, in the order they were made. */
  madeIn(article: ArticleId): Correction[] {
    return [...this.made.values()]
      .filter((made) => made.madeIn === article && !made.withdrawn)
      .map(({ correction }) => correction);
  }

  /** The correction with this id when it stands and was made here, or for all articles; else null. */
  standing(article: ArticleId, id: string): Correction | null {
    const made = this.made.get(id);
    const reaches = made?.madeIn === article || made?.correction.scope === 'library';
    return made && reaches && !made.withdrawn ? made.correction : null;
  }

  /** The correction that was taken back last in this article and would come again; null when there is none. */
  redoable(article: ArticleId): string | null {
    return this.articles.get(article)?.undone.at(-1) ?? null;
  }

  /** True when this file of an earlier version is in the journal. */
  hasTakenOver(name: string): boolean {
    return this.takenOver.has(name);
  }

  /** False for a record that later ones have made needless. */
  isLive({ seq, kind, ...fields }: JournalRecord): boolean {
    if (this.unread.has(seq)) return true;
    if (kind === 'corrected') return this.made.get(idOf(fields.correction))?.withdrawn === false;
    if (kind === 'undone' || kind === 'redone') return false;
    if (kind === 'takenOver') return true;
    return [...this.tellers.values()].includes(seq);
  }

  private read(record: JournalRecord): boolean {
    const { seq, kind, article, correction } = record;
    if (kind === 'takenOver') this.takenOver.add(String(record.file));
    if (kind === 'takenOver') return true;
    if (typeof article !== 'string') return false;
    const state = this.state(article);
    switch (kind) {
      case 'decided': {
        const decided = storedDecisions(record.decisions);
        Object.assign(state.fields, decided);
        for (const field of Object.keys(Object(record.decisions)))
          this.tellers.set(`${article} ${field}`, seq);
        return true;
      }
      case 'placed':
        state.place = storedPlace(record.place);
        this.tellers.set(`${article} place`, seq);
        return true;
      case 'corrected': {
        const made = storedCorrection(correction);
        this.made.set(made.id, { madeIn: article, correction: made, withdrawn: false });
        state.undone = [];
        return true;
      }
      case 'undone':
        return this.withdraw(state, String(correction));
      case 'redone':
        return this.bringBack(state, String(correction));
      default:
        return false;
    }
  }

  private withdraw(state: ArticleState, id: string): boolean {
    const made = this.made.get(id);
    if (!made) return false;
    made.withdrawn = true;
    state.undone = [...state.undone.filter((other) => other !== id), id];
    return true;
  }

  private bringBack(state: ArticleState, id: string): boolean {
    const made = this.made.get(id);
    if (!made) return false;
    made.withdrawn = false;
    state.undone = state.undone.filter((other) => other !== id);
    return true;
  }

  private state(article: ArticleId): ArticleState {
    const known = this.articles.get(article);
    if (known) return known;
    const { corrections: _none, ...fields } = NO_DECISIONS;
    const fresh: ArticleState = { fields: { ...fields }, place: null, undone: [] };
    this.articles.set(article, fresh);
    return fresh;
  }
}

function idOf(correction: unknown): string {
  return String((correction as { id?: unknown } | null)?.id);
}
