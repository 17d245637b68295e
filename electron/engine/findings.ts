import type { Article, CalendarDay, Correction, TableCell } from '../contract';
import { ABOUT_ENTITIES, applyEntityCorrections } from './entities/correct';
import { findEntities } from './entities/find';
import { ABOUT_REFERENCES, applyReferenceCorrections } from './entities/references/correct';
import { findReferences } from './entities/references/find';
import { pronounResolver } from './entities/references/pronoun-resolver';
import type { EntityResult, ParsedArticle, ReferenceResult, TimelineResult } from './stages';
import { buildTimeline } from './timeline/build';
import { fromCalendarDay } from './timeline/calendar';
import { applyEventCorrections } from './timeline/correct';

export type FoundNames = Required<EntityResult> & { unapplied: string[] };
export type FoundReferences = ReferenceResult & { unapplied: string[] };
export type FoundEvents = TimelineResult & { unapplied: string[] };

/** The last answer with what it was made from; asked the same again it need not be made again. */
class Last<T> {
  private key: string | null = null;
  private value: T | null = null;

  get(key: string, make: () => T): T {
    if (this.key !== key || this.value === null) this.value = make();
    this.key = key;
    return this.value;
  }
}

function tablesOf({ blocks }: Article): ReadonlyMap<string, readonly TableCell[]> {
  return new Map(
    blocks.flatMap((block) => (block.kind === 'table' ? [[block.id, block.cells] as const] : [])),
  );
}

/**
 * What was found in one parsed article before anything was corrected. It is kept, so that a correction makes only that
 * anew which it touches: one of an event leaves the names as they are, one of a name looks for no names again.
 */
export class Findings {
  private readonly uncorrected: EntityResult;
  private readonly names = new Last<FoundNames>();
  private readonly tied = new Last<ReferenceResult>();
  private readonly timeline = new Last<TimelineResult>();

  constructor(
    private readonly article: Article,
    private readonly parsed: ParsedArticle,
  ) {
    this.uncorrected = findEntities(parsed.blocks, {
      titleBlock: article.titleBlock,
      wordScores: parsed.wordScores,
    });
  }

  entities(corrections: readonly Correction[]): FoundNames {
    const own = corrections.filter(({ change }) => ABOUT_ENTITIES.has(change.kind));
    return this.names.get(keyOf(own), () => ({
      suggestedMerges: [],
      ...applyEntityCorrections(this.uncorrected, this.parsed.blocks, own),
    }));
  }

  /** What "he" and "the company" mean and who says what, among the corrected entities. */
  references(corrections: readonly Correction[]): FoundReferences {
    const { blocks } = this.parsed;
    const entities = this.entities(corrections);
    const key = keyOf(corrections.filter(({ change }) => ABOUT_ENTITIES.has(change.kind)));
    const found = this.tied.get(key, () => findReferences(blocks, entities, this.article));
    return applyReferenceCorrections(found, blocks, entities.entities, corrections);
  }

  events(publicationDate: CalendarDay | null, corrections: readonly Correction[]): FoundEvents {
    const { blocks } = this.parsed;
    const entities = this.entities(corrections);
    const named = corrections.filter(
      ({ change }) => ABOUT_ENTITIES.has(change.kind) || ABOUT_REFERENCES.has(change.kind),
    );
    const key = `${publicationDate} ${keyOf(named)}`;
    const found = this.timeline.get(key, () => {
      const tied = this.references(corrections);
      return buildTimeline(blocks, entities, {
        publicationDate,
        titleBlock: this.article.titleBlock,
        resolvePronoun: pronounResolver({ ...entities, ...tied }),
        references: tied.references,
        tables: tablesOf(this.article),
      });
    });
    const publication = publicationDate === null ? null : fromCalendarDay(publicationDate);
    return applyEventCorrections(found, corrections, { blocks, entities, publication });
  }
}

function keyOf(corrections: readonly Correction[]): string {
  return JSON.stringify(corrections.map(({ change }) => change));
}
