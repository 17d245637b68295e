import type { Entity, EntityId, Mention, TimelineEvent, TimeValue } from '../../../contract';
import type { TokenRange } from '../../language/document';
import type { EntityResult, ParsedBlock } from '../../stages';
import type { DayNumber } from '../calendar';
import { edtfOf } from '../edtf';
import type { Genre, Resolution } from '../resolution';
import { clauseRange, subjectOf, tellingHead } from './clause';
import type { DatedTime } from './dated-time';
import { headlineOf, renderTokens } from './headline';
import { type EventHead, locateEvent } from './locate';
import { relationTo } from './preposition';
import {
  type BlockMentions,
  carriedPerson,
  mentionAt,
  mentionsIn,
  personAtEnd,
  pronounMention,
} from './pronouns';
import { type EventTime, joinRanges } from './ranges';
import { speakerWords, tellingOf } from './status';
import { StoryPlace } from './story-place';
import { childrenWith, sentenceOf, type Tree, tokensIn, treeOf } from './tree';
import { undatedVerb } from './undated';

type DraftEvent = Omit<TimelineEvent, 'id'>;

const GRAIN_ORDER = [
  'time',
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'year',
  'decade',
  'century',
  'vague',
];

class BlockEvents {
  private readonly tree: Tree;
  private readonly drafts = new Map<number, { draft: DraftEvent; order: number }>();

  constructor(
    private readonly block: ParsedBlock,
    private readonly mentions: BlockMentions,
    private readonly publication: DayNumber,
    /** False when `publication` is a stand-in: stated days then lie neither before nor after it. */
    private readonly publicationKnown: boolean,
  ) {
    this.tree = treeOf(block.parsed);
  }

  /** Adds the event that a time expression dates; of two times for one clause the finer one stays. */
  addDated({ time, value, start, end }: EventTime): void {
    const range = tokensIn(this.block.parsed, start, end);
    const head = range && locateEvent(this.tree, range);
    const relation = range && head ? relationTo(this.tree, range, head) : null;
    if (!range || !head || relation?.kind !== 'at') return;
    const order = GRAIN_ORDER.indexOf(value.precision);
    const known = this.drafts.get(head.token);
    if (known && known.order <= order) return;
    const draft = this.draft(head, range, time.resolution);
    if (!draft) return;
    const put = { ...value, modifier: relation.modifier ?? value.modifier, open: relation.open };
    const told = { ...put, edtf: edtfOf(put) };
    this.drafts.set(head.token, { order, draft: { ...draft, time: told, expression: time.expression.id } });
  }

  /** One plain clause of each sentence that no time expression dates, about somebody named. */
  addUndated(near: (offset: number) => TimeValue | null): void {
    const dated = new Set([...this.drafts.keys()].map((token) => sentenceOf(this.block.parsed, token).first));
    for (const sentence of this.block.parsed.sentences) {
      const named = (subject: number): boolean => this.isNamed(subject);
      const verb = dated.has(sentence.first) ? null : undatedVerb(this.tree, sentence, named);
      const draft = verb === null ? null : this.draft({ kind: 'verb', token: verb }, null, null);
      if (verb === null || !draft || draft.entities.length === 0) continue;
      this.drafts.set(verb, {
        order: GRAIN_ORDER.length,
        draft: { ...draft, near: near(this.tree.tokens[verb]?.start ?? 0) },
      });
    }
  }

  events(): DraftEvent[] {
    return [...this.drafts].sort(([a], [b]) => a - b).map(([, { draft }]) => draft);
  }

  personAtEnd(): Mention | null {
    return personAtEnd(this.tree, this.mentions);
  }

  private isNamed(subject: number): boolean {
    return (
      nameOf(this.tree, subject).some((token) => mentionAt(this.tree, this.mentions, token) !== null) ||
      carriedPerson(this.tree, this.mentions, subject) !== null
    );
  }

  private draft(dated: EventHead, time: TokenRange | null, resolution: Resolution | null): DraftEvent | null {
    const head = tellingHead(this.tree, dated);
    const sentence = sentenceOf(this.block.parsed, head.token);
    const clause = clauseRange(this.tree, head, sentence);
    const pronoun = pronounMention(this.tree, this.mentions, head, sentence.first);
    const names = new Map(pronoun ? [[pronoun.token, this.nameOf(pronoun.mention)]] : []);
    const headline = headlineOf(this.tree, head, time, names);
    if (headline === '' || (head.kind === 'verb' && !subjectOf(this.tree, head.token))) return null;
    const comparable = this.publicationKnown || resolution?.anchor?.viaPublication === true;
    const { status, speaker } = tellingOf(this.tree, dated, resolution, comparable ? this.publication : null);
    return {
      time: null,
      expression: null,
      clause: this.span(clause),
      sentence: this.span(sentence),
      headline,
      status,
      source: speaker === null ? null : renderTokens(this.tree, speakerWords(this.tree, speaker)),
      entities: this.entitiesOf(head, clause, [pronoun?.mention ?? null, this.spokenBy(speaker)]),
      corrected: false,
    };
  }

  private nameOf(mention: Mention): string {
    return mention.text;
  }

  private span({ first, end }: TokenRange): TimelineEvent['clause'] {
    const tokens = this.tree.tokens;
    return { block: this.block.id, start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  }

  private spokenBy(speaker: number | null): Mention | null {
    return speaker === null ? null : mentionAt(this.tree, this.mentions, speaker);
  }

  /** Entities named in the clause, and those that its subject and its speaker name outside it. */
  private entitiesOf(head: EventHead, clause: TokenRange, others: (Mention | null)[]): EntityId[] {
    const { start, end } = this.span(clause);
    const inside = mentionsIn(this.mentions, start, end);
    const subject = head.kind === 'verb' ? subjectOf(this.tree, head.token) : null;
    const named = subject ? mentionAt(this.tree, this.mentions, subject.token) : null;
    const carried = subject && carriedPerson(this.tree, this.mentions, subject.token);
    const all = [...others, named, carried, ...inside].filter((mention) => mention !== null);
    return [...new Set(all.map((mention) => mention.entity))];
  }
}

/** A noun and what names it beside it: "company CEO Steve Jobs", "the carmaker, Ford". */
function nameOf(tree: Tree, noun: number): number[] {
  return [noun, ...childrenWith(tree, noun, new Set(['compound', 'appos', 'flat']))];
}

/** Mentions by block, looked up once. */
function mentionsByBlock(entities: EntityResult): Map<string, Mention[]> {
  const byBlock = new Map<string, Mention[]>();
  for (const mention of entities.mentions) {
    const known = byBlock.get(mention.span.block);
    if (known) known.push(mention);
    else byBlock.set(mention.span.block, [mention]);
  }
  return byBlock;
}

/**
 * Whether an expression can date an event: it has a place in the calendar or in the order before one is known. Of
 * lengths only those that reach up to now do ("in the past three months").
 */
function canDate({ expression, found }: DatedTime): boolean {
  const { value } = expression;
  if (found.meaning.kind === 'duration' && found.meaning.window?.direction !== -1) return false;
  return value !== null && (value.first !== null || value.relative !== null);
}

export interface EventOptions {
  /** Day of publication, or its stand-in. */
  publication: DayNumber;
  /** The same as a place for undated events; null when it is not known. */
  published: TimeValue | null;
  genre: Genre;
  titleBlock: string | null;
}

/** Makes the events of an article in reading order; ids are "e1", "e2" ... */
export function buildEvents(
  blocks: readonly ParsedBlock[],
  times: readonly DatedTime[],
  entities: EntityResult,
  options: EventOptions,
): TimelineEvent[] {
  const byBlock = mentionsByBlock(entities);
  const byId = new Map<string, Entity>(entities.entities.map((entity) => [entity.id, entity]));
  const timesOf = new Map<number, DatedTime[]>();
  for (const time of times) {
    const known = timesOf.get(time.found.block);
    if (known) known.push(time);
    else timesOf.set(time.found.block, [time]);
  }
  const place = new StoryPlace(times, options.genre, options.published, options.publication);
  let carried: Mention | null = null;
  const drafts = blocks.flatMap((block, index) => {
    if (block.kind === 'code' || block.kind === 'rule' || block.id === options.titleBlock) return [];
    const mentions = { mentions: byBlock.get(block.id) ?? [], entities: byId, carried };
    const events = new BlockEvents(block, mentions, options.publication, options.published !== null);
    const times = (timesOf.get(index) ?? []).filter(canDate);
    for (const time of joinRanges(times, block.parsed.text)) events.addDated(time);
    if (block.kind === 'paragraph' || block.kind === 'quote')
      events.addUndated((offset) => place.at(index, offset));
    carried = events.personAtEnd();
    return events.events();
  });
  return drafts.map((draft, index) => ({ id: `e${index + 1}`, ...draft }));
}
