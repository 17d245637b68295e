import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { dataFolder, option } from '../page-archive';
import { FAMILIES, fileName } from './families';
import { openInWindow, type WindowOutcome } from './in-window';
import { type HostileAnswer, readOne } from './read-one';
import { checkVectors } from './vectors';

/** The limits an article must be shown or refused within (issue "any saved article becomes clean blocks"). */
const MOST_SECONDS = 5;
const MOST_MEGABYTES = 1024;
/** A child that says nothing for so long hangs. */
const GIVE_UP_SECONDS = 60;

interface Outcome extends HostileAnswer {
  file: string;
  seconds: number;
}

/** Reads one file in a process of its own, as the app does, and waits for its answer. */
function inChild(file: string, path: string, analyse: boolean): Promise<Outcome> {
  const started = performance.now();
  const flags = ['--one', path, ...(analyse ? ['--analyse'] : [])];
  return new Promise((done) => {
    const child = spawn(process.execPath, [process.argv[1] as string, 'hostile', ...flags], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), GIVE_UP_SECONDS * 1000);
    child.stdout.on('data', (piece) => {
      output += piece;
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const lost: HostileAnswer = {
        outcome: signal === 'SIGKILL' ? 'HANGS' : `CRASHES (${code ?? signal})`,
        milliseconds: 0,
        megabytes: 0,
      };
      let answer = lost;
      try {
        answer = JSON.parse(output.trim().split('\n').at(-1) ?? '') as HostileAnswer;
      } catch {
        // No answer: it hung or crashed.
      }
      const seconds =
        answer.milliseconds > 0 ? answer.milliseconds / 1000 : (performance.now() - started) / 1000;
      done({ ...answer, file, seconds });
    });
  });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory() || /\.html$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('manifest.json') && !path.includes('/selfdir'))
    .sort();
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-hostile-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function generate(data: string, big: boolean): string {
  const folder = temporaryFolder();
  const made = spawnSync('python3', [join(data, 'hostile/generate.py'), folder, ...(big ? ['--big'] : [])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (made.status !== 0) throw new Error(`The hostile files could not be made: ${made.stderr}`);
  return folder;
}

function isBad({ outcome, seconds, megabytes }: Outcome): boolean {
  return /^[A-Z]/.test(outcome) || seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES;
}

/** Printed at once: the whole set takes minutes. */
function printOne({ file, outcome, seconds, megabytes }: Outcome): void {
  console.log(
    `${outcome.padEnd(28)}${seconds.toFixed(2).padStart(7)} s${megabytes.toFixed(0).padStart(6)} MB  ${JSON.stringify(file)}`,
  );
}

function printSummary(outcomes: readonly Outcome[]): void {
  const counts = new Map<string, number>();
  for (const { outcome } of outcomes) {
    const kind = outcome.startsWith('shown') ? 'shown' : outcome.startsWith('refused') ? 'refused' : outcome;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const bad = outcomes.filter(isBad);
  const slowest = Math.max(...outcomes.map(({ seconds }) => seconds));
  const largest = Math.max(...outcomes.map(({ megabytes }) => megabytes));
  console.log(
    `\n${outcomes.length} files: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}.`,
  );
  console.log(
    `Slowest ${slowest.toFixed(2)} s (limit ${MOST_SECONDS}), most memory ${largest.toFixed(0)} MB (limit ${MOST_MEGABYTES}).`,
  );
  console.log(
    bad.length === 0
      ? 'Every file was shown or refused within the limits.'
      : `BEYOND THE LIMITS: ${bad.map(({ file }) => file).join(', ')}`,
  );
  if (bad.length > 0) process.exitCode = 1;
}

/** Goals of the window: seconds until shown or refused, milliseconds of standstill, megabytes of any process. */
const MOST_STANDSTILL = 100;
const MOST_RESIDENT = 900;

function isBadInWindow(one: WindowOutcome): boolean {
  return (
    /^[A-Z]/.test(one.outcome) ||
    one.seconds > MOST_SECONDS ||
    one.standstill > MOST_STANDSTILL ||
    Math.max(one.windowMegabytes, one.engineMegabytes) > MOST_RESIDENT
  );
}

async function showInWindow(files: readonly { file: string; path: string }[]): Promise<void> {
  const outcomes: WindowOutcome[] = [];
  console.log(
    `Goals: shown or refused in ${MOST_SECONDS} s, no standstill over ${MOST_STANDSTILL} ms, no process over ${MOST_RESIDENT} MB.`,
  );
  await openInWindow(files, (one) => {
    outcomes.push(one);
    const { file, outcome, seconds, standstill, windowMegabytes, engineMegabytes } = one;
    console.log(
      `${isBadInWindow(one) ? '!' : ' '}${seconds.toFixed(2).padStart(6)} s${standstill.toFixed(0).padStart(7)} ms${windowMegabytes.toFixed(0).padStart(6)} MB window${engineMegabytes.toFixed(0).padStart(6)} MB engine  ${JSON.stringify(file)} ${outcome}`,
    );
  });
  const count = (passes: (one: WindowOutcome) => boolean) => outcomes.filter(passes).length;
  console.log(
    `\n${outcomes.length} files: ${count(({ outcome }) => outcome === 'shown')} shown, ${count(({ outcome }) => outcome.startsWith('refused'))} refused, ${count(({ outcome }) => outcome === 'THE WINDOW CRASHED')} crashes of the window, ${count(({ outcome }) => outcome === 'NOTHING SHOWN')} without an answer; ${count(({ seconds }) => seconds > MOST_SECONDS)} took longer than ${MOST_SECONDS} s, ${count(({ standstill }) => standstill > MOST_STANDSTILL)} stood still over ${MOST_STANDSTILL} ms, ${count((one) => Math.max(one.windowMegabytes, one.engineMegabytes) > MOST_RESIDENT)} took over ${MOST_RESIDENT} MB.`,
  );
  if (outcomes.some(({ outcome }) => /^[A-Z]/.test(outcome))) process.exitCode = 1;
}

/**
 * `npm run bench -- hostile [--data FOLDER] [--files FOLDER] [--only TEXT] [--big] [--analyse] [--window]`: makes the
 * hostile files and one file of each heavy family (or takes a folder of files), reads each in a process of its own and
 * prints what became of it; then reads every markup attack string and looks for anything but data in the blocks.
 * `--analyse` goes on to names and times; `--window` opens the files in the real window instead.
 */
export async function run(args: string[]): Promise<void> {
  const one = option(args, 'one');
  if (one !== null) {
    console.log(JSON.stringify(await readOne(one, args.includes('--analyse'))));
    return;
  }
  const data = dataFolder(args);
  const only = option(args, 'only') ?? '';
  const files = [
    ...(only.startsWith(FAMILY_FOLDER) ? [] : foundFiles(data, args)),
    ...(option(args, 'files') ? [] : familyFiles(only)),
  ].filter(({ file }) => file.includes(only));
  if (args.includes('--window')) {
    await showInWindow(files);
    return;
  }
  const outcomes: Outcome[] = [];
  for (const { file, path } of files) {
    const outcome = await inChild(file, path, args.includes('--analyse'));
    outcomes.push(outcome);
    printOne(outcome);
  }
  printSummary(outcomes);
  const vectors = join(data, 'hostile/vectors.json');
  if (only === '' && statSync(vectors, { throwIfNoEntry: false }))
    await checkVectors(JSON.parse(readFileSync(vectors, 'utf8')));
}

/** The files of the folder that was given, else of the generator, where its folder is at hand. */
function foundFiles(data: string, args: string[]): { file: string; path: string }[] {
  const given = option(args, 'files');
  if (!given && !statSync(join(data, 'hostile'), { throwIfNoEntry: false })) return [];
  const folder = given ? resolve(given) : generate(data, args.includes('--big'));
  return filesOf(folder).map((path) => ({ file: relative(folder, path), path }));
}

/** What the names of the heavy families' files begin with. */
const FAMILY_FOLDER = 'families/';

/** One file of each heavy family whose name has `only`. */
function familyFiles(only: string): { file: string; path: string }[] {
  const folder = temporaryFolder();
  return FAMILIES.flatMap((family) => {
    const file = `${FAMILY_FOLDER}${fileName(family)}`;
    if (!file.includes(only)) return [];
    const path = join(folder, fileName(family));
    writeFileSync(path, family.make(family.size));
    return [{ file, path }];
  });
}
