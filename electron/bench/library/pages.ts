import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackPages } from '../page-archive';
import { seededRandom } from '../seeded-random';

/** Share of the longer words between tags that another word takes the place of. */
const ALTERED = 0.1;

/**
 * Real pages, each several times over with other words, so that no two are the same article.
 * @param data folder that holds `wcxb` @returns paths of the files written
 */
export function alteredPages(data: string, folder: string, times: number): string[] {
  const pages = unpackPages(data, 'wcxb');
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(pages).sort();
  return names.flatMap((name, page) => {
    const source = readFileSync(join(pages, name), 'latin1');
    return Array.from({ length: times }, (_, time) => {
      const path = join(folder, `${time}-${name}`);
      writeFileSync(path, altered(source, page * 100 + time), 'latin1');
      return path;
    });
  });
}

/** Only what stands between tags, in letters of ASCII: encodings and markup stay as they are. */
function altered(source: string, seed: number): string {
  const random = seededRandom(seed);
  return source.replace(/>[^<]+</g, (text) =>
    text.replace(/\b[a-z]{5,}\b/g, (word) =>
      random() < ALTERED ? `${word.slice(0, 2)}${word.slice(2).split('').reverse().join('')}` : word,
    ),
  );
}
