import { join } from 'node:path';
import { flag, integer, orNull, record, usableOf } from '../checks/shape';
import { articleId, correction, decisions, readingPlace, recentFile } from '../checks/shapes';
import {
  type ArticleId,
  type Correction,
  type CorrectionChange,
  type CorrectionScope,
  DEFAULT_SETTINGS,
  type DecisionFields,
  type Decisions,
  NO_DECISIONS,
  type ReadingPlace,
  type RecentFile,
  type Settings,
} from '../contract';
import { JsonFile } from './json-file';
import { articleInTodaysForm, correctionInTodaysForm, recentInTodaysForm } from './older-forms';
import { changeSettings, storedSettings } from './settings';

const RECENT_FILES = 50;
/** Articles whose files stay open in memory; the rest is read again when asked for. */
const ARTICLES_AT_HAND = 32;

interface ArticleRecord {
  decisions: Decisions;
  place: ReadingPlace | null;
}

/** A correction for every article, with the article it was made in, so that it can be undone there. */
interface LibraryCorrection {
  madeIn: ArticleId;
  correction: Correction;
}

export interface WindowBounds {
  x: number;
  y: number;
  width: number;
  height: number;
  maximised: boolean;
}

const windowBounds = record<WindowBounds>({
  x: integer(-100_000, 100_000),
  y: integer(-100_000, 100_000),
  width: integer(1, 100_000),
  height: integer(1, 100_000),
  maximised: flag,
});

/** What the app keeps between starts: JSON files in one folder, each written atomically. */
export class Store {
  private readonly settingsFile: JsonFile<Settings>;
  private readonly recentFile: JsonFile<RecentFile[]>;
  private readonly windowFile: JsonFile<WindowBounds | null>;
  private readonly correctionsFile: JsonFile<LibraryCorrection[]>;
  private readonly articles = new Map<string, JsonFile<ArticleRecord>>();

  /** @param folder is made when something is kept for the first time. */
  constructor(private readonly folder: string) {
    this.settingsFile = new JsonFile(join(folder, 'settings.json'), storedSettings, { ...DEFAULT_SETTINGS });
    this.recentFile = new JsonFile(
      join(folder, 'recent.json'),
      usableOf((value) => recentFile(recentInTodaysForm(value))),
      [],
    );
    this.windowFile = new JsonFile(join(folder, 'window.json'), orNull(windowBounds), null);
    const shape = usableOf(
      record<LibraryCorrection>({
        madeIn: articleId,
        correction: (value) => correction(correctionInTodaysForm(value)),
      }),
    );
    this.correctionsFile = new JsonFile(join(folder, 'corrections.json'), shape, []);
  }

  get settings(): Settings {
    return this.settingsFile.value;
  }

  changeSettings(changes: Partial<Settings>): Settings {
    this.settingsFile.set(changeSettings(this.settings, changes));
    return this.settings;
  }

  get windowBounds(): WindowBounds | null {
    return this.windowFile.value;
  }

  keepWindowBounds(value: WindowBounds): void {
    this.windowFile.set(value);
  }

  /** Newest first. */
  get recent(): RecentFile[] {
    return this.recentFile.value;
  }

  addRecent(file: RecentFile): RecentFile[] {
    const others = this.recent.filter((other) => other.path !== file.path);
    this.recentFile.set([file, ...others].slice(0, RECENT_FILES));
    return this.recent;
  }

  clearRecent(): RecentFile[] {
    this.recentFile.set([]);
    return this.recent;
  }

  /** What was decided about an article, with the corrections made for all articles in front of its own. */
  decisions(article: ArticleId): Decisions {
    const own = this.article(article).value.decisions;
    const everywhere = this.correctionsFile.value.map((kept) => kept.correction);
    return { ...own, corrections: [...everywhere, ...own.corrections] };
  }

  decide(article: ArticleId, changes: Partial<DecisionFields>): void {
    this.changeDecisions(article, changes);
  }

  correct(article: ArticleId, id: string, scope: CorrectionScope, change: CorrectionChange): void {
    const made: Correction = { id, scope, change };
    if (scope === 'library') {
      this.correctionsFile.set([...this.correctionsFile.value, { madeIn: article, correction: made }]);
    } else {
      this.changeDecisions(article, {
        corrections: [...this.article(article).value.decisions.corrections, made],
      });
    }
  }

  /** Takes back the newest correction made in this article, of either scope; false when there is none. */
  undoCorrection(article: ArticleId): boolean {
    const own = this.article(article).value.decisions.corrections;
    const shared = this.correctionsFile.value;
    const newest = [...own, ...shared.filter((c) => c.madeIn === article).map((c) => c.correction)]
      .map((made) => made.id)
      .sort()
      .at(-1);
    if (newest === undefined) return false;
    const kept = own.filter((made) => made.id !== newest);
    if (kept.length < own.length) this.changeDecisions(article, { corrections: kept });
    else this.correctionsFile.set(shared.filter((made) => made.correction.id !== newest));
    return true;
  }

  place(article: ArticleId): ReadingPlace | null {
    return this.article(article).value.place;
  }

  keepPlace(article: ArticleId, value: ReadingPlace): void {
    const file = this.article(article);
    file.set({ ...file.value, place: value });
  }

  /** Settles when all that was kept is on disk. */
  async flush(): Promise<void> {
    const files = [this.settingsFile, this.recentFile, this.windowFile, this.correctionsFile];
    await Promise.all([...files, ...this.articles.values()].map((file) => file.flush()));
  }

  private changeDecisions(article: ArticleId, changes: Partial<Decisions>): void {
    const file = this.article(article);
    file.set({ ...file.value, decisions: { ...file.value.decisions, ...changes } });
  }

  private article(id: ArticleId): JsonFile<ArticleRecord> {
    const known = this.articles.get(id);
    if (known) return known;
    const shape = record<ArticleRecord>({ decisions, place: orNull(readingPlace) });
    const file = new JsonFile(
      join(this.folder, 'articles', `${id}.json`),
      (value) => shape(articleInTodaysForm(value)),
      {
        decisions: NO_DECISIONS,
        place: null,
      },
    );
    this.articles.set(id, file);
    if (this.articles.size > ARTICLES_AT_HAND) this.forgetOldest();
    return file;
  }

  private forgetOldest(): void {
    for (const [name, file] of this.articles) {
      if (!file.idle) continue;
      this.articles.delete(name);
      return;
    }
  }
}
