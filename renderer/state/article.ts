import { batch, computed, signal } from '@preact/signals';
import type {
  Analysis,
  ArticleId,
  BlockId,
  CorrectionChange,
  CorrectionScope,
  DecisionFields,
  FoundFiles,
  JobProgress,
  Notices,
  Packed,
  ShownAs,
} from '../../electron/contract';
import { openDetails, recent } from './app';
import { ask, dismissFailure, failure } from './bridge';
import { clearChoice, keepChoice } from './choice';
import { correctionWords } from './correction-words';
import { analysis, article } from './current';
import { forgetFailed, noteFailed } from './failed';
import { forgetJumps } from './history';
import { tell } from './messages';
import { WORDS_A_MINUTE } from './reading-speed';
import { countWords } from './removal-runs';
import { textOnly } from './text-only';
import { dismissUndo, offerUndo } from './undo';
import { unpackedInSlices } from './unpacked';
import { showSource, view } from './view';

/** The work under way on the article in the window; null when nothing is. */
export const progress = signal<JobProgress | null>(null);
/** Path of the file being opened or shown. */
export const openPath = signal<string | null>(null);
/** The article that the file holds, known once its bytes were taken in; what every call names. */
export const openArticle = signal<ArticleId | null>(null);
/** How many files were handed over to be opened and wait. */
export const openPaths = signal<string[]>([]);

export const wordCount = computed(() =>
  (article.value?.blocks ?? []).reduce((sum, { text }) => sum + countWords(text), 0),
);
/** Minutes to read the whole article, at least 1. */
export const readingMinutes = computed(() => Math.max(1, Math.round(wordCount.value / WORDS_A_MINUTE)));

let lastJob = 0;

/** True while the answer to `job` is still wanted. */
export function isCurrentJob(job: number): boolean {
  return job === lastJob;
}

function startJob(): number {
  lastJob += 1;
  dismissFailure();
  progress.value = { job: lastJob, stage: 'read', done: 0, total: 0 };
  return lastJob;
}

/** Shows the answer; a long one is unpacked first, while the window goes on answering. */
async function finishJob(job: number, answer: Packed<Analysis> | undefined): Promise<void> {
  const result = answer && (await unpackedInSlices(answer, () => isCurrentJob(job)));
  await early;
  if (!isCurrentJob(job)) return;
  batch(() => {
    progress.value = null;
    if (!result) return;
    keepChoice(analysis.value, result);
    if (article.value) article.value = { ...article.value, publicationDate: result.publicationDate };
    analysis.value = result;
  });
}

/** Opens the first path in the window; the others follow in the list at the left. */
export async function openFiles(paths: readonly string[]): Promise<void> {
  const [path] = paths;
  if (path === undefined) return;
  const others = openPaths.value.filter((known) => !paths.includes(known));
  openPaths.value = [...paths, ...others];
  await openFile(path);
}

/** Opens what a dialogue, a drop or the system gave. */
export async function openFound(found: FoundFiles | undefined): Promise<void> {
  if (!found) return;
  const counted = found.folders.map(folderWords);
  if (counted.length > 0) tell(counted.join(' '));
  if (counted.length > 0) {
    void ask('library.import', { paths: found.folders.map(({ path }) => path) });
  }
  await openFiles(found.paths);
}

function folderWords({ path, articles, unreadable }: FoundFiles['folders'][number]): string {
  const name = `“${path.split(/[\\/]/).findLast((part) => part !== '') ?? path}”`;
  const count = articles === 1 ? 'one article' : `${articles.toLocaleString('en')} articles`;
  const shut = unreadable === 0 ? '' : ` ${unreadable} folders in it could not be searched.`;
  return `${articles === 0 ? `No articles in ${name}.` : `Found ${count} in ${name}.`}${shut}`;
}

/** @param as how it is put before the window */
export async function openFile(path: string, as: ShownAs = 'best'): Promise<void> {
  dropWork();
  const job = startJob();
  prepareFor(path);
  const id = (await ask('article.import', { path, job })) ?? libraryCopy(path);
  if (!isCurrentJob(job)) return;
  openArticle.value = id ?? null;
  const result = id === undefined ? undefined : await ask('article.open', { article: id, job, as });
  if (result) forgetFailed(path);
  else if (isCurrentJob(job)) leaveOut(path);
  await finishJob(job, result);
}

/** A file that was moved or deleted since it was opened still lies in the library. */
function libraryCopy(path: string): ArticleId | undefined {
  const known = [...openDetails.value, ...recent.value].find((file) => file.path === path)?.article;
  if (!known || failure.value?.code !== 'file-missing') return undefined;
  dismissFailure();
  return known;
}

/** Shows an article of the library from the library's own copy, whatever became of its file. @returns false when it was not shown */
export async function openFromLibrary(id: ArticleId, path: string): Promise<boolean> {
  dropWork();
  const job = startJob();
  prepareFor(path);
  openArticle.value = id;
  if (!openPaths.value.includes(path)) openPaths.value = [path, ...openPaths.value];
  const result = await ask('article.open', { article: id, job, as: 'best' });
  await finishJob(job, result);
  return result !== undefined && isCurrentJob(job);
}

function prepareFor(path: string): void {
  batch(() => {
    forgetFailed(path);
    if (openPath.value !== path) {
      article.value = null;
      analysis.value = null;
    }
    openPath.value = path;
    openArticle.value = null;
    view.value = 'cleaned';
    showSource.value = false;
    clearChoice();
    forgetJumps();
    dismissUndo();
  });
}

/** A file that could not be opened leaves the list of open articles and is told of in one line under it. */
function leaveOut(path: string): void {
  const error = failure.value;
  if (error?.file !== path) return;
  noteFailed(path, error);
  openPaths.value = openPaths.value.filter((other) => other !== path);
}

/** Keeps a decision about the open article (publication day, encoding, what to put back) and shows what follows. */
export async function decide(decisions: Partial<DecisionFields>): Promise<void> {
  const id = openArticle.value;
  if (id === null) return;
  const job = startJob();
  await finishJob(job, await ask('article.decide', { article: id, job, decisions }));
}

/** Puts removed blocks back into the text; they stay until they are taken out again. */
export async function putBack(blocks: readonly BlockId[]): Promise<void> {
  const kept = openArticle.value && (await ask('article.decisions', { article: openArticle.value }));
  if (!kept) return;
  await decide({ restored: [...new Set([...kept.restored, ...blocks])] });
  offerUndo('Put back into the text', () => void decide({ restored: kept.restored }));
}

export async function correct(change: CorrectionChange, scope: CorrectionScope = 'article'): Promise<void> {
  const id = openArticle.value;
  if (id === null) return;
  const job = startJob();
  const corrected = await ask('article.correct', { article: id, job, scope, change });
  await finishJob(job, corrected);
  if (!corrected) return;
  const everywhere = scope === 'library' ? ', in every article' : '';
  offerUndo(`${correctionWords(change)}${everywhere}.`, () => void undoCorrection());
}

export async function undoCorrection(): Promise<void> {
  await again((article, job) => ask('article.undo', { article, job }));
}

/** Makes again what was taken back last; nothing when there is nothing. */
export async function redoCorrection(): Promise<void> {
  await again((article, job) => ask('article.redo', { article, job }));
}

/** Takes back one correction, whatever came after it: a hidden event or a removed entity comes back. */
export async function withdrawCorrection(correction: string): Promise<void> {
  await again((article, job) => ask('article.withdraw', { article, job, correction }));
}

async function again(
  work: (id: ArticleId, job: number) => Promise<Packed<Analysis> | undefined>,
): Promise<void> {
  const id = openArticle.value;
  if (id === null || !analysis.value) return;
  dismissUndo();
  const job = startJob();
  await finishJob(job, await work(id, job));
}

/** Nobody waits any more for what is under way: the next article need not wait for it either. */
function dropWork(): void {
  const job = progress.value?.job;
  if (job !== undefined) void ask('article.cancel', { job });
}

export async function cancelWork(): Promise<void> {
  const job = progress.value?.job;
  if (job === undefined) return;
  progress.value = null;
  await ask('article.cancel', { job });
}

/** Settles when the article that came ahead of its analysis stands in the window. */
let early: Promise<void> = Promise.resolve();

/** The cleaned article came ahead of its analysis. */
export function showEarlyArticle({ job, article: packed, textOnly: plain }: Notices['job.article']): void {
  if (!isCurrentJob(job)) return;
  early = unpackedInSlices(packed, () => isCurrentJob(job)).then((whole) => {
    if (whole && isCurrentJob(job)) article.value = plain ? textOnly(whole) : whole;
  });
}

export function showProgress(notice: JobProgress): void {
  if (isCurrentJob(notice.job) && progress.value) progress.value = notice;
}

/** @param step +1 for the next of the articles opened now, -1 for the one before; goes round at the ends. */
export async function walkArticles(step: 1 | -1): Promise<void> {
  const paths = openPaths.value;
  const at = paths.indexOf(openPath.value ?? '');
  const next = paths[(at + step + paths.length) % paths.length];
  if (next !== undefined && next !== openPath.value) await openFile(next);
}

/** Closes the article in the window and goes to the one that stood behind it in the list, or else before it. */
export async function closeArticle(): Promise<void> {
  const at = openPaths.value.indexOf(openPath.value ?? '');
  clearWindow();
  const next = openPaths.value[Math.max(0, Math.min(at, openPaths.value.length - 1))];
  if (next !== undefined) await openFile(next);
}

/** Back to the start page; the article stays among the open ones. */
export function leaveArticle(): void {
  const paths = openPaths.value;
  batch(() => {
    clearWindow();
    openPaths.value = paths;
  });
}

function clearWindow(): void {
  dropWork();
  lastJob += 1;
  const closed = openPath.value;
  batch(() => {
    article.value = null;
    analysis.value = null;
    progress.value = null;
    view.value = 'cleaned';
    openPath.value = null;
    openArticle.value = null;
    openPaths.value = openPaths.value.filter((path) => path !== closed);
    clearChoice();
    forgetJumps();
  });
}
