import { basename } from 'node:path';
import type { Article, ArticleDescription, FileDetails } from '../contract';
import { readSourceFile } from '../files/source-file';
import type { Store } from '../library/store';
import type { JobListener } from './engine-slot';
import type { Lane } from './lane';

/** Words a minute that an adult reads silently in English (Brysbaert 2019, Journal of Memory and Language 109). */
const READING_SPEED = 238;

/**
 * The files that stand open in the window's list, kept between starts with what the list shows of them. Those that were
 * never read are read in the background, so that the list shows titles and not the names of files.
 */
export class OpenFiles {
  /** Files whose description was asked for since the start; one that failed is not tried again by itself. */
  private readonly asked = new Set<string>();
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly lane: Lane,
    private readonly onDescribed: (files: readonly FileDetails[]) => void,
  ) {}

  /** Begins to describe what was open when the app ended. */
  start(): FileDetails[] {
    this.describeAll();
    return this.store.open;
  }

  keep(paths: readonly string[]): void {
    const known = new Map<string, FileDetails>([
      ...this.store.recent.map((file) => [file.path, file] as const),
      ...this.store.open.map((file) => [file.path, file] as const),
    ]);
    this.store.keepOpen(paths.map((path) => known.get(path) ?? bareDetails(path)));
    this.describeAll();
  }

  /** An article was read: its list entry shows what is known now. */
  note(path: string, article: Article): FileDetails {
    const words = article.blocks.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
    const title = article.title?.value ?? null;
    const publicationDate = article.publicationDate?.value ?? null;
    const details = detailsOf(path, article.source.hash, { title, publicationDate, words });
    this.put(details);
    return details;
  }

  private put(details: FileDetails): void {
    const open = this.store.open;
    if (!open.some(({ path }) => path === details.path)) return;
    this.store.keepOpen(open.map((file) => (file.path === details.path ? details : file)));
    this.onDescribed(this.store.open);
  }

  private describeAll(): void {
    const unread = this.store.open.filter(({ path, article }) => article === null && !this.asked.has(path));
    for (const { path } of unread) {
      this.asked.add(path);
      // One after the other, so that the bytes of one file only wait. A file that cannot be read keeps its name in the
      // list; opening it tells what is wrong.
      this.last = this.last.then(() => this.describe(path)).catch(() => {});
    }
  }

  private async describe(path: string): Promise<void> {
    const { signal } = new AbortController();
    const { info, bytes } = await readSourceFile(path, signal);
    const decisions = this.store.decisions(info.hash);
    const work = { kind: 'describe', source: info, bytes, decisions } as const;
    const answer = await this.lane.run(path, work, silent, signal);
    if (answer?.kind === 'description') this.put(detailsOf(path, info.hash, answer.description));
  }
}

function bareDetails(path: string): FileDetails {
  return { path, name: basename(path), article: null, title: null, publicationDate: null, minutes: null };
}

function detailsOf(path: string, article: string, description: ArticleDescription): FileDetails {
  const { title, publicationDate, words } = description;
  const minutes = Math.max(1, Math.round(words / READING_SPEED));
  return { path, name: basename(path), article, title, publicationDate, minutes };
}

const silent: JobListener = { progress() {}, article() {} };
