import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { NO_DECISIONS } from '../contract';
import { chooseMetadata } from '../engine/clean/metadata/choose';
import { EngineError } from '../engine/errors';
import { readSource } from '../engine/read/read';
import { dataFolder, option, unpackPages } from './page-archive';
import { statesDay } from './stated-day';

interface Truth {
  title: string;
  author: string | null;
  publish_date: string | null;
}

/** How often a reader gave the exact day, another day, or none, over the pages that have one. */
class Tally {
  right = 0;
  wrong = 0;
  /** Exact day where the page itself states it somewhere in writing. */
  rightStated = 0;

  add(day: string | null, gold: string, stated: boolean): void {
    if (day === gold) {
      this.right++;
      if (stated) this.rightStated++;
    } else if (day !== null) this.wrong++;
  }

  row(name: string, pages: number, stated: number): string {
    const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`.padStart(9);
    const cells = [share(this.right, pages), share(this.rightStated, stated), share(this.wrong, pages)];
    return `${name.padEnd(24)}${cells.join('')}`;
  }
}

async function ours(id: string, bytes: Uint8Array) {
  const name = `${id}.html`;
  const info = { name, size: bytes.length, modified: 0, hash: id };
  try {
    return chooseMetadata(await readSource({ info, bytes }, NO_DECISIONS), name, NO_DECISIONS);
  } catch (error) {
    // A page that is refused (built by scripts, nothing in it) gives no day.
    if (error instanceof EngineError) return null;
    throw error;
  }
}

async function defuddle(html: string, url: string): Promise<string | null> {
  const { published } = await Defuddle(
    parseHTML(html).document as unknown as Parameters<typeof Defuddle>[0],
    url,
  );
  return /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0] ?? null;
}

const letters = (text: string | null | undefined) =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * `npm run bench -- dates [--data FOLDER] [--first N]`: share of WCXB's development pages whose exact day of
 * publication is found, ours beside Defuddle's; also exact titles and authors. A page states its day when the day
 * stands in its source in any usual shape: some were annotated from an older copy.
 */
export async function run(args: string[]): Promise<void> {
  const data = dataFolder(args);
  const set = 'extraction/wcxb';
  const truth = JSON.parse(readFileSync(join(data, set, 'truth.json'), 'utf8')) as Record<string, Truth>;
  const folder = unpackPages(data, set);
  const ids = Object.keys(truth).slice(0, Number(option(args, 'first') ?? Number.POSITIVE_INFINITY));
  const tallies = { ours: new Tally(), defuddle: new Tally() };
  const counts = { pages: 0, stated: 0, titles: 0, titlesRight: 0, authors: 0, authorsRight: 0 };
  for (const id of ids) {
    const bytes = readFileSync(join(folder, `${id}.html`));
    const gold = truth[id] as Truth;
    const found = await ours(id, bytes);
    counts.titles++;
    if (letters(found?.title?.value) === letters(gold.title)) counts.titlesRight++;
    if (gold.author) counts.authors++;
    if (gold.author && letters(found?.byline?.value) === letters(gold.author)) counts.authorsRight++;
    if (gold.publish_date?.length !== 10) continue;
    const html = bytes.toString('utf8');
    const stated = statesDay(html, gold.publish_date);
    counts.pages++;
    if (stated) counts.stated++;
    const day = found?.publicationDate?.value ?? null;
    tallies.ours.add(day, gold.publish_date, stated);
    tallies.defuddle.add(await defuddle(html, `https://example.org/${id}`), gold.publish_date, stated);
    if (args.includes('--list') && day !== gold.publish_date)
      console.log(
        id,
        gold.publish_date,
        stated ? 'stated' : 'not stated',
        JSON.stringify(found?.publicationDate ?? null),
      );
  }
  console.log(
    `WCXB development pages with a day of publication: ${counts.pages}; the day stands in ${counts.stated}.`,
  );
  console.log(`${''.padEnd(24)}${['exact', 'of stated', 'wrong'].map((head) => head.padStart(9)).join('')}`);
  console.log(tallies.ours.row('Dateline', counts.pages, counts.stated));
  console.log(tallies.defuddle.row('Defuddle', counts.pages, counts.stated));
  const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
  console.log(
    `Dateline, title the same: ${share(counts.titlesRight, counts.titles)}; author the same: ${share(counts.authorsRight, counts.authors)}`,
  );
}
