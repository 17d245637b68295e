import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainParser } from '../cli/predict/parsed-blocks';
import { creationDay } from '../cli/predict/timex';
import type { TimelineEvent } from '../contract';
import { findEntities } from '../engine/entities/find';
import { findReferences } from '../engine/entities/references/find';
import { pronounResolver } from '../engine/entities/references/pronoun-resolver';
import type { EntityResult } from '../engine/stages';
import { buildTimeline } from '../engine/timeline/build';

interface Timeline {
  entity: string;
  events: { order: string; date: string; mentions: string[] }[];
}
interface Article {
  id: string;
  text: string;
  dct: string;
}
interface ReadArticle {
  number: string;
  text: string;
  starts: Map<string, number>;
  events: TimelineEvent[];
  entities: EntityResult;
}

const SETS = ['se15-apple.train', 'se15-airbus-boeing.dev', 'se15-gm-chrysler-ford.dev'];

function readLines<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as T);
}

/** `2003-XX-XX` to `2003`; null for an event without a date. */
function goldDate(date: string): string | null {
  const value = date.replace(/(?:-X+)+$/, '');
  return /^\d{4}/.test(value) ? value : null;
}

/** Dates of events to the day, month or year that the gold timelines know; null for all others. */
function ourDate(event: TimelineEvent, withInferred: boolean): string | null {
  const value = (event.time ?? (withInferred ? event.near : null))?.timex ?? '';
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T)/.exec(value)?.[0] ?? null;
}

/** Number of the article in a mention and in a document's id: "4596-6-sued", "se15/4596-Apple". */
function articleNumber(id: string): string {
  return /(\d+)[^/]*$/.exec(id)?.[1] ?? id;
}

function goldPairs(timeline: Timeline, known: ReadonlySet<string>): Set<string> {
  const pairs = new Set<string>();
  for (const { date, mentions } of timeline.events) {
    const value = goldDate(date);
    for (const mention of mentions) {
      const [article = '', sentence = ''] = mention.split('-');
      if (value && known.has(article)) pairs.add(`${article} ${sentence} ${value}`);
    }
  }
  return pairs;
}

/** Words of a name, so that "Boeing" is found in "the Boeing Company". */
function nameWords(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

/**
 * Whether a form names the target: it holds all its words and no figures of its own ("Boeing Company", not "Boeing
 * 787"), or is the end of its name ("Henderson", "787 Dreamliner"), or its initials.
 */
function isNamed(target: string, name: string): boolean {
  const [wanted, words] = [nameWords(target), nameWords(name)];
  if (wanted.length === 0 || words.length === 0) return false;
  const others = words.filter((word) => !wanted.includes(word));
  if (wanted.every((word) => words.includes(word)) && !others.some((word) => /\d/.test(word))) return true;
  const initials =
    wanted.length > 1 && words.length === 1 && words[0] === wanted.map((word) => word[0]).join('');
  return (
    initials ||
    (words.length < wanted.length &&
      words.every((word, index) => word === wanted[wanted.length - words.length + index]))
  );
}

function sentenceNumber(article: ReadArticle, event: TimelineEvent): number {
  const offset = (article.starts.get(event.clause.block) ?? 0) + event.clause.start;
  return article.text.slice(0, offset).split('\n').length - 1;
}

/** Pairs of one article for a target: its entities are those one of whose forms holds the target's words. */
function predictedPairs(article: ReadArticle, target: string, withInferred: boolean): string[] {
  const { entities } = article.entities;
  const ids = new Set(
    entities
      .filter(({ name, aliases }) =>
        [name, ...aliases.map((alias) => alias.name)].some((form) => isNamed(target, form)),
      )
      .map(({ id }) => id),
  );
  return article.events.flatMap((event) => {
    const date = ourDate(event, withInferred);
    const about = event.entities.some((id) => ids.has(id));
    return date && about ? [`${article.number} ${sentenceNumber(article, event)} ${date}`] : [];
  });
}

function readArticle(parse: PlainParser, { id, text, dct }: Article): ReadArticle {
  const { blocks, starts, wordScores } = parse(text);
  const entities = findEntities(blocks, { titleBlock: null, wordScores: wordScores() });
  const tied = findReferences(blocks, entities, { titleBlock: null });
  const { events } = buildTimeline(blocks, entities, {
    publicationDate: creationDay(dct),
    titleBlock: null,
    resolvePronoun: pronounResolver({ ...entities, ...tied }),
    references: tied.references,
  });
  return { number: articleNumber(id), text, starts, events, entities };
}

function f1(hits: number, predicted: number, gold: number): string {
  const [precision, recall] = [predicted ? hits / predicted : 0, gold ? hits / gold : 0];
  const f = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return `P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  F1 ${(100 * f).toFixed(1)}`;
}

type Counts = Record<'hits' | 'predicted' | 'gold', number>;

function counted(
  timelines: readonly Timeline[],
  articles: readonly ReadArticle[],
  withInferred: boolean,
): Counts {
  const known = new Set(articles.map(({ number }) => number));
  const counts = { hits: 0, predicted: 0, gold: 0 };
  for (const timeline of timelines) {
    const gold = goldPairs(timeline, known);
    const predicted = new Set(
      articles.flatMap((article) => predictedPairs(article, timeline.entity, withInferred)),
    );
    counts.hits += [...predicted].filter((pair) => gold.has(pair)).length;
    counts.predicted += predicted.size;
    counts.gold += gold.size;
  }
  return counts;
}

/**
 * Timelines of an entity over many articles, after SemEval-2015 task 4 (Minard et al. 2015): pairs of article,
 * sentence and date, for every entity with a gold timeline, over all articles of its set. Both with undated events at
 * the day inferred for them, as the gold has them, and with the dated ones alone.
 */
export function scoreArticles(data: string, parse: PlainParser): void {
  process.stdout.write(
    '\nDated events of an entity over its articles (best published on the task, its own measure: 7.9)\n',
  );
  const sums = [true, false].map((withInferred) => ({ withInferred, hits: 0, predicted: 0, gold: 0 }));
  const report = (set: string, withInferred: boolean, { hits, predicted, gold }: Counts): void => {
    const what = withInferred ? 'with inferred days' : 'dated ones alone';
    process.stdout.write(
      `${set.padEnd(28)} ${what.padEnd(19)} ${f1(hits, predicted, gold)}  (${gold} pairs)\n`,
    );
  };
  for (const set of SETS) {
    const paths = [join(data, `timex/${set}.jsonl`), join(data, `timelines/${set}.jsonl`)];
    if (!paths.every(existsSync)) continue;
    const articles = readLines<Article>(paths[0] ?? '').map((article) => readArticle(parse, article));
    const timelines = readLines<Timeline>(paths[1] ?? '');
    for (const sum of sums) {
      const own = counted(timelines, articles, sum.withInferred);
      report(set, sum.withInferred, own);
      for (const key of ['hits', 'predicted', 'gold'] as const) sum[key] += own[key];
    }
  }
  for (const sum of sums) report('all', sum.withInferred, sum);
}
