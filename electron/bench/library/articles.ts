import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../seeded-random';

/** Bytes of text an article has, about. */
const LENGTH = 4_000;
/** Different everyday words and names; natural text spreads its words like this (Zipf's law). */
const WORDS = 30_000;
const NAMES = 3_000;

const syllables = [
  'ba',
  'cor',
  'del',
  'en',
  'fi',
  'gar',
  'hol',
  'in',
  'jo',
  'ka',
  'lum',
  'mer',
  'no',
  'or',
  'pel',
  'qui',
];
const common = [
  'the',
  'of',
  'and',
  'to',
  'in',
  'a',
  'that',
  'was',
  'for',
  'on',
  'with',
  'as',
  'by',
  'at',
  'from',
  'said',
];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
];

/** Articles that a seeded generator makes: sentences with names, places, dates and words as rare as in real text. */
export class ArticleGenerator {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** @returns paths of the files written. */
  write(folder: string, count: number): string[] {
    mkdirSync(folder, { recursive: true });
    return Array.from({ length: count }, (_, n) => {
      const path = join(folder, `article-${String(n).padStart(6, '0')}.txt`);
      writeFileSync(path, this.article(n));
      return path;
    });
  }

  article(n: number): string {
    const lines = [`${this.name()} ${this.word()} ${this.word()} in ${this.name()} (${n})`, ''];
    for (let length = 0; length < LENGTH; ) {
      const paragraph = Array.from({ length: 4 }, () => this.sentence()).join(' ');
      lines.push(paragraph, '');
      length += paragraph.length;
    }
    return lines.join('\n');
  }

  private sentence(): string {
    const who = this.random() < 0.4 ? `${this.name()} ${this.name()}` : `The ${this.word()}`;
    const middle = Array.from({ length: 6 + this.below(12) }, () => this.word()).join(' ');
    const when =
      this.random() < 0.3
        ? ` on ${1 + this.below(28)} ${months[this.below(10)]} ${2000 + this.below(25)}`
        : '';
    return `${who} ${middle}${when}.`;
  }

  private word(): string {
    if (this.random() < 0.35) return common[this.below(common.length)] ?? 'the';
    return spelt(Math.floor(Math.exp(this.random() * Math.log(WORDS))));
  }

  private name(): string {
    const name = spelt(Math.floor(Math.exp(this.random() * Math.log(NAMES))) + 7);
    return name.charAt(0).toUpperCase() + name.slice(1);
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }
}

/** A word of its own for every number. */
function spelt(number: number): string {
  let word = '';
  for (let rest = number + 16; rest > 0; rest = Math.floor(rest / 16))
    word = (syllables[rest % 16] ?? '') + word;
  return word;
}
