import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { flag, integer, orNull, record } from '../checks/shape';
import { path } from '../checks/shapes';
import { storedOpenFiles, storedRecentFiles } from '../checks/stored';
import {
  type ArticleId,
  type Correction,
  type CorrectionChange,
  type CorrectionScope,
  DEFAULT_SETTINGS,
  type DecisionFields,
  type Decisions,
  type FileDetails,
  type NotSaved,
  type ReadingPlace,
  type RecentFile,
  type Settings,
} from '../contract';
import { takeOverArticle, takeOverCorrections } from './earlier-versions';
import { type Disk, realDisk } from './journal/disk';
import { Journal, type Kept } from './journal/journal';
import { Ledger } from './journal/ledger';
import { JsonFile } from './json-file';
import { changeSettings, storedSettings } from './settings';

const RECENT_FILES = 50;
/** Records from which on the journal is looked at for needless ones when the app starts. */
const LONG_JOURNAL = 2_000;

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

/** Where the library lies, when a person moved it. */
interface LibraryPlace {
  folder: string;
}

const libraryPlace = record<LibraryPlace>({ folder: path });

/**
 * What the app keeps between starts, in one folder: what a person decided in a journal, the rest in small JSON files.
 * What cannot be written lives on in memory and is tried again; `onTrouble` hears of it.
 */
export class Store {
  private readonly settingsFile: JsonFile<Settings>;
  private readonly recentFile: JsonFile<RecentFile[]>;
  private readonly openFile: JsonFile<FileDetails[]>;
  private readonly windowFile: JsonFile<WindowBounds | null>;
  private readonly libraryFile: JsonFile<LibraryPlace | null>;
  private readonly journal: Journal;
  private ledger = new Ledger();
  private readonly troubles = new Map<string, NotSaved>();
  /** Files of an earlier version that were looked for since the start. */
  private readonly lookedFor = new Set<string>();
  /** Called whenever what stands in the way of keeping changes; null when nothing does. */
  onTrouble: (trouble: NotSaved | null) => void = () => {};

  /** @param folder is made when something is kept for the first time. */
  constructor(
    private readonly folder: string,
    private readonly disk: Disk = realDisk,
  ) {
    const tell = (path: string) => (trouble: NotSaved | null) => this.noteTrouble(path, trouble);
    const file = (name: string) => join(folder, name);
    const settings = { ...DEFAULT_SETTINGS };
    this.settingsFile = new JsonFile(file('settings.json'), storedSettings, settings, tell('settings'), disk);
    this.recentFile = new JsonFile(file('recent.json'), storedRecentFiles, [], tell('recent'), disk);
    this.openFile = new JsonFile(file('open.json'), storedOpenFiles, [], tell('open'), disk);
    this.windowFile = new JsonFile(file('window.json'), orNull(windowBounds), null, tell('window'), disk);
    this.libraryFile = new JsonFile(file('library.json'), orNull(libraryPlace), null, tell('library'), disk);
    this.journal = new Journal(file('journal.jsonl'), tell('journal'), () => this.recount(), disk);
    this.recount();
    if (this.journal.length > LONG_JOURNAL) void this.journal.compact((line) => this.ledger.isLive(line));
  }

  get settings(): Settings {
    return this.settingsFile.value;
  }

  changeSettings(changes: Partial<Settings>): Settings {
    this.settingsFile.set(changeSettings(this.settings, changes));
    return this.settings;
  }

  /** Null for the usual one, beside everything else the app keeps. */
  get libraryFolder(): string | null {
    return this.libraryFile.value?.folder ?? null;
  }

  keepLibraryFolder(folder: string): void {
    this.libraryFile.set({ folder });
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

  /** Files that stand open, in the order of the window's list. */
  get open(): FileDetails[] {
    return this.openFile.value;
  }

  keepOpen(files: FileDetails[]): void {
    this.openFile.set(files);
  }

  clearRecent(): RecentFile[] {
    this.recentFile.set([]);
    return this.recent;
  }

  /** What was decided about an article, with the corrections made for all articles in front of its own. */
  decisions(article: ArticleId, change: { with?: string; without?: string } = {}): Decisions {
    this.takeOver(article);
    return this.ledger.decisions(article, change);
  }

  /** Settles when it is on disk, or waits to be tried again. */
  decide(article: ArticleId, decisions: Partial<DecisionFields>): Promise<Kept> {
    this.takeOver(article);
    return this.append('decided', { article, decisions });
  }

  /** A correction that is not kept yet. */
  newCorrection(scope: CorrectionScope, change: CorrectionChange): Correction {
    return { id: randomUUID(), scope, change };
  }

  correct(article: ArticleId, correction: Correction): Promise<Kept> {
    this.takeOver(article);
    return this.append('corrected', { article, correction });
  }

  /** Corrections made in this article that stand, of either scope, in the order they were made. */
  correctionsMadeIn(article: ArticleId): Correction[] {
    this.takeOver(article);
    return this.ledger.madeIn(article);
  }

  standing(article: ArticleId, correction: string): Correction | null {
    this.takeOver(article);
    return this.ledger.standing(article, correction);
  }

  /** Id of the correction that was taken back last and would come again. */
  redoable(article: ArticleId): string | null {
    return this.ledger.redoable(article);
  }

  undo(article: ArticleId, correction: string): Promise<Kept> {
    return this.append('undone', { article, correction });
  }

  redo(article: ArticleId, correction: string): Promise<Kept> {
    return this.append('redone', { article, correction });
  }

  place(article: ArticleId): ReadingPlace | null {
    this.takeOver(article);
    return this.ledger.place(article);
  }

  keepPlace(article: ArticleId, place: ReadingPlace): void {
    this.takeOver(article);
    void this.append('placed', { article, place });
  }

  /** What stands in the way of keeping, or null. */
  get trouble(): NotSaved | null {
    const [worst = null] = [...this.troubles.values()].sort((a, b) => b.waiting - a.waiting);
    return worst;
  }

  /** Tries once more to write what waits. @returns false when something could not be kept */
  async flush(): Promise<boolean> {
    const waiting = await Promise.all(this.files.map((file) => file.flush()));
    return waiting.every((count) => count === 0);
  }

  /** No further attempt is made to write. */
  stop(): void {
    for (const file of this.files) file.stop();
  }

  private get files() {
    return [
      this.settingsFile,
      this.recentFile,
      this.openFile,
      this.windowFile,
      this.libraryFile,
      this.journal,
    ];
  }

  private append(kind: string, fields: object): Promise<Kept> {
    const { record: appended, kept } = this.journal.append(kind, fields);
    this.ledger.apply(appended);
    return kept;
  }

  private recount(): void {
    this.ledger = new Ledger();
    for (const line of this.journal.records) this.ledger.apply(line);
    this.takeOverFile('corrections.json', takeOverCorrections);
  }

  private takeOver(article: ArticleId): void {
    this.takeOverFile(`articles/${article}.json`, (value) => takeOverArticle(article, value));
  }

  /** A file that cannot be read is left for the next time; one that makes no sense is left for good. */
  private takeOverFile(
    name: string,
    recordsOf: (value: unknown) => { kind: string; fields: object }[],
  ): void {
    if (!this.journal.isLoaded || this.lookedFor.has(name) || this.ledger.hasTakenOver(name)) return;
    let text: string;
    try {
      text = this.disk.read(join(this.folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') this.lookedFor.add(name);
      return;
    }
    this.lookedFor.add(name);
    try {
      const records = recordsOf(JSON.parse(text.replace(/^\uFEFF/, '')));
      for (const { kind, fields } of records) void this.append(kind, fields);
      void this.append('takenOver', { file: name });
    } catch (error) {
      console.error(`${name} of an earlier version could not be used:`, error);
    }
  }

  private noteTrouble(name: string, trouble: NotSaved | null): void {
    if (!trouble && !this.troubles.has(name)) return;
    if (trouble) this.troubles.set(name, trouble);
    else this.troubles.delete(name);
    this.onTrouble(this.trouble);
  }
}
