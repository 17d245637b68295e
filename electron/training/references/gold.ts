import type { createPlainParser } from '../../cli/predict/parsed-blocks';
import { findEntities } from '../../engine/entities/find';
import type { Referent } from '../../engine/entities/references/features';
import type { Item } from '../../engine/entities/references/items';
import { type Answer, type Question, Resolver } from '../../engine/entities/references/resolve';
import { findStatements } from '../../engine/entities/statements/find';
import { type BlockView, type FoundStatement, viewOf } from '../../engine/entities/statements/view';
import type { EntityResult } from '../../engine/stages';

/** A mention of the gold data; offsets in UTF-16 units of the document's text. */
export interface GoldMention {
  start: number;
  end: number;
  head: [number, number];
  kind?: 'name' | 'pronoun' | 'noun' | 'other';
  type: string;
  cluster: string;
}

export interface GoldDocument {
  id: string;
  genre: string;
  text: string;
  mentions: GoldMention[];
  singles: GoldMention[];
}

/** A question whose answer the gold data know. */
export interface LearntQuestion {
  ranker: Question['ranker'];
  rows: number[][];
  /** Indexes of the rows that are right: candidates, or the last row for none. Never empty. */
  right: number[];
}

/** A document with everything before references found, and the gold clusters of its items and entities. */
export class LearningDocument {
  readonly #blocks: ReturnType<ReturnType<typeof createPlainParser>>;
  readonly #clusterOfEntity: (string | null)[] = [];

  constructor(
    readonly gold: GoldDocument,
    parse: ReturnType<typeof createPlainParser>,
  ) {
    this.#blocks = parse(gold.text);
    const resolver = this.resolver();
    this.#alignItems(resolver.items);
    this.#alignEntities(resolver.items, resolver.profiles.length);
  }

  /** A fresh walk through the document; items are equal from one to the next. */
  resolver(): Resolver {
    const { blocks } = this.#blocks;
    this.#found ??= {
      entities: findEntities(blocks, { titleBlock: null, wordScores: this.#blocks.wordScores() }),
      statements: findStatements(blocks),
      views: blocks.map(viewOf),
    };
    const { entities, statements, views } = this.#found;
    return new Resolver(
      views,
      blocks.map(({ id }) => id),
      entities,
      statements,
      { titleBlock: null },
    );
  }

  #found: { entities: EntityResult; statements: FoundStatement[]; views: BlockView[] } | null = null;

  /** Of a name all its words: the head of a name in the gold data may be any of them. */
  #offsetOf(item: Item): [number, number] {
    const block = this.#blocks.blocks[item.block]!;
    const { tokens } = block.parsed;
    const start = this.#blocks.starts.get(block.id)!;
    if (item.kind === 'name') return [start + tokens[item.first]!.start, start + tokens[item.end - 1]!.end];
    return [start + tokens[item.head]!.start, start + tokens[item.head]!.end];
  }

  #keys = new Map<string, { cluster: string; gold: GoldMention }>();

  #alignItems(items: readonly Item[]): void {
    const all = [...this.gold.mentions, ...this.gold.singles].sort(
      (a, b) => b.end - b.start - (a.end - a.start),
    );
    for (const item of items) {
      const [start, end] = this.#offsetOf(item);
      const fits = all.filter(
        ({ head, kind }) =>
          head[0] < end && start < head[1] && ((kind ?? 'name') === 'name') === (item.kind === 'name'),
      );
      const best = fits.at(-1) ?? all.filter(({ head }) => head[0] < end && start < head[1]).at(-1);
      if (best) this.#keys.set(keyOf(item), { cluster: best.cluster, gold: best });
    }
  }

  #alignEntities(items: readonly Item[], count: number): void {
    const votes = Array.from({ length: count }, () => new Map<string, number>());
    for (const item of items) {
      const cluster = item.kind === 'name' ? this.clusterOf(item) : null;
      if (cluster !== null) votes[item.entity]!.set(cluster, (votes[item.entity]!.get(cluster) ?? 0) + 1);
    }
    for (const vote of votes)
      this.#clusterOfEntity.push([...vote].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null);
    const main = new Set(this.#clusterOfEntity);
    // Chains of the gold data break where the scheme leaves out a mention between; a name in both mends them.
    for (const [entity, vote] of votes.entries()) {
      for (const cluster of vote.keys())
        if (!main.has(cluster)) this.#mended.set(cluster, this.#clusterOfEntity[entity]!);
    }
    const persons = this.gold.mentions
      .filter(({ kind, type }) => kind === 'name' && type === 'PER')
      .map(({ cluster }) => cluster);
    for (const cluster of new Set(persons)) {
      const same = [...main].filter(
        (other) => other !== null && other !== cluster && this.#shareNames(cluster, other),
      );
      if (!main.has(cluster) && same.length === 1) this.#mended.set(cluster, same[0]!);
    }
    const named = new Set(
      [...this.gold.mentions, ...this.gold.singles]
        .filter(({ kind }) => kind !== 'pronoun')
        .map(({ cluster }) => cluster),
    );
    for (const { cluster } of this.gold.mentions) if (!named.has(cluster)) this.#loose.add(cluster);
  }

  readonly #mended = new Map<string, string>();
  /** Clusters of pronouns alone: pieces of chains whose first link is missing. */
  readonly #loose = new Set<string>();

  #shareNames(a: string, b: string): boolean {
    const wordsOf = (cluster: string): string[] =>
      [...this.gold.mentions, ...this.gold.singles]
        .filter((mention) => mention.cluster === cluster && (mention.kind ?? 'name') === 'name')
        .flatMap(({ start, end }) =>
          this.gold.text
            .slice(start, end)
            .replace(/['’]s?$/, '')
            .split(/[\s-]+/),
        )
        .filter((word) => /^\p{Lu}.{2}/u.test(word));
    const words = new Set(wordsOf(a));
    return wordsOf(b).some((word) => words.has(word));
  }

  /** Whether the gold data cannot tell what the item means: it belongs to a piece of a broken chain. */
  isLoose(item: Item): boolean {
    return this.#loose.has(this.#keys.get(keyOf(item))?.cluster ?? '');
  }

  clusterOf(item: Item): string | null {
    const cluster = this.#keys.get(keyOf(item))?.cluster ?? null;
    return cluster === null ? null : (this.#mended.get(cluster) ?? cluster);
  }

  goldOf(item: Item): GoldMention | null {
    return this.#keys.get(keyOf(item))?.gold ?? null;
  }

  clusterOfEntity(entity: number): string | null {
    return this.#clusterOfEntity[entity] ?? null;
  }

  /** All questions along the walk in which every answer before was right. */
  questions(): LearntQuestion[] {
    const learnt: LearntQuestion[] = [];
    this.resolver().resolve((question) => {
      const cluster = this.clusterOf(question.item);
      const right = question.candidates.flatMap((candidate, index) =>
        cluster !== null && this.#clusterOfReferent(candidate) === cluster ? [index] : [],
      );
      const none = question.candidates.length;
      if (!this.isLoose(question.item))
        learnt.push({
          ranker: question.ranker,
          rows: question.rows,
          right: right.length > 0 ? right : [none],
        });
      return { chosen: right[0] ?? none, confidence: 1 } satisfies Answer;
    });
    return learnt;
  }

  #clusterOfReferent(referent: Referent): string | null {
    return referent.entity >= 0 ? this.clusterOfEntity(referent.entity) : this.clusterOf(referent.last);
  }
}

const keyOf = ({ block, head }: Item): string => `${block}:${head}`;
