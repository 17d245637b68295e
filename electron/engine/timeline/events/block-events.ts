import {
  type EntityId,
  type Mention,
  PRECISIONS,
  type TableCell,
  type TimelineEvent,
  type TimeValue,
} from '../../../contract';
import type { TokenRange } from '../../language/document';
import type { ParsedBlock } from '../../stages';
import type { DayNumber } from '../calendar';
import { edtfOf } from '../edtf';
import type { Genre, Resolution } from '../resolution';
import { clauseRange, subjectOf, tellingHead } from './clause';
import { chronologyLine, tableRow } from './dated-lines';
import type { DatedTime } from './dated-time';
import { tellsEvent, timeIsAnothers } from './gate';
import { firstPerson, type GateQuestion } from './gate-question';
import { headlineOf } from './headline';
import { type EventHead, locateEvent, nounBelow } from './locate';
import { relationTo } from './preposition';
import { PronounNames, type PronounResolver } from './pronoun-names';
import {
  type BlockMentions,
  mentionAt,
  mentionsIn,
  personAtEnd,
  pronounMention,
  referencesIn,
} from './pronouns';
import type { EventTime } from './ranges';
import { repaired } from './repair';
import { sourceOf, tellingOf } from './status';
import { childrenWith, sentenceOf, type Tree, tokensIn, treeOf } from './tree';
import { undatedVerb } from './undated';

export type DraftEvent = Omit<TimelineEvent, 'id'>;

/** What holds for all blocks of an article. */
export interface ArticleStory {
  /** Day of publication, or its stand-in. */
  publication: DayNumber;
  /** False when `publication` is a stand-in: stated days then lie neither before nor after it. */
  publicationKnown: boolean;
  genre: Genre;
  resolvePronoun: PronounResolver | null;
}

/** The events that one block tells. */
export class BlockEvents {
  private readonly tree: Tree;
  private readonly names: PronounNames;
  private readonly drafts = new Map<number, { draft: DraftEvent; order: number }>();

  constructor(
    private readonly block: ParsedBlock,
    private readonly mentions: BlockMentions,
    private readonly story: ArticleStory,
    times: readonly EventTime[],
  ) {
    const ranges = times.flatMap(({ start, end }) => tokensIn(block.parsed, start, end) ?? []);
    this.tree = treeOf(repaired(block.parsed, ranges));
    this.names = new PronounNames(block.id, this.tree, mentions, story.resolvePronoun);
  }

  /** Adds what a line of a chronology or a row of a table tells of its date; whether it is such a line. */
  addLine(time: EventTime, cells: readonly TableCell[] | null): boolean {
    const { text } = this.block.parsed;
    const line = cells ? tableRow(text, cells, time) : chronologyLine(text, time);
    const range = line && tokensIn(this.block.parsed, line.start, line.end);
    if (!line || !range || this.hasDated(range)) return false;
    const { first, publication } = { first: time.time.resolution.first, publication: this.story.publication };
    const isAhead = this.comparable(time.time.resolution) && first !== null && first > publication;
    const span = { block: this.block.id, start: line.start, end: line.end };
    this.drafts.set(range.first, {
      order: PRECISIONS.indexOf(time.value.precision),
      draft: {
        time: time.value,
        expression: time.time.expression.id,
        clause: span,
        sentence: span,
        headline: line.headline,
        status: isAhead ? 'planned' : 'happened',
        source: null,
        entities: [...new Set(mentionsIn(this.mentions, line.start, line.end).map(({ entity }) => entity))],
        corrected: false,
      },
    });
    return true;
  }

  private hasDated({ first, end }: TokenRange): boolean {
    return [...this.drafts].some(
      ([token, { draft }]) => token >= first && token < end && draft.time !== null,
    );
  }

  /** Adds the event that a time expression dates; of two times for one clause the finer one stays. */
  addDated({ time, value, start, end }: EventTime): void {
    const range = tokensIn(this.block.parsed, start, end);
    const head = range && locateEvent(this.tree, range);
    if (!range || !head) return;
    if (this.addHead(head, range, time, value) || head.kind === 'noun') return;
    const below = timeIsAnothers(this.question(head, range, time.resolution))
      ? nounBelow(this.tree, range, head.token)
      : null;
    if (below) this.addHead(below, range, time, value);
  }

  private addHead(head: EventHead, range: TokenRange, time: DatedTime, value: TimeValue): boolean {
    const relation = relationTo(this.tree, range, head);
    if (relation.kind !== 'at' || !tellsEvent(this.question(head, range, time.resolution))) return false;
    const order = PRECISIONS.indexOf(value.precision);
    const known = this.drafts.get(head.token);
    if (known && known.order <= order) return true;
    const draft = this.draft(head, range, time.resolution);
    if (!draft) return false;
    const put = { ...value, modifier: relation.modifier ?? value.modifier, open: relation.open };
    const told = { ...put, edtf: edtfOf(put) };
    this.drafts.set(head.token, { order, draft: { ...draft, time: told, expression: time.expression.id } });
    return true;
  }

  private question(head: EventHead, time: TokenRange, resolution: Resolution): GateQuestion {
    const telling = tellingHead(this.tree, head);
    return {
      tree: this.tree,
      head: telling,
      sentence: sentenceOf(this.block.parsed, telling.token),
      time,
      resolution,
      publication: this.comparable(resolution) ? this.story.publication : null,
      genre: this.story.genre,
      isPicture: this.block.kind === 'figure',
    };
  }

  private comparable(resolution: Resolution | null): boolean {
    return this.story.publicationKnown || resolution?.anchor?.viaPublication === true;
  }

  /**
   * One plain clause of each sentence that no time expression dates, about somebody named; in the article's first
   * sentences about anybody.
   */
  addUndated(near: (offset: number) => TimeValue | null, leadSentences: number): void {
    const dated = new Set([...this.drafts.keys()].map((token) => sentenceOf(this.block.parsed, token).first));
    this.block.parsed.sentences.forEach((sentence, index) => {
      const isLead = index < leadSentences;
      const named = (subject: number): boolean => isLead || this.isNamed(subject);
      const verb = dated.has(sentence.first) ? null : undatedVerb(this.tree, sentence, named);
      const draft = verb === null ? null : this.draft({ kind: 'verb', token: verb }, null, null);
      if (verb === null || !draft || (draft.entities.length === 0 && !isLead)) return;
      this.drafts.set(verb, {
        order: PRECISIONS.length,
        draft: { ...draft, near: near(this.tree.tokens[verb]?.start ?? 0) },
      });
    });
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
      this.names.meant(subject) !== null
    );
  }

  private draft(dated: EventHead, time: TokenRange | null, resolution: Resolution | null): DraftEvent | null {
    const head = tellingHead(this.tree, dated);
    const sentence = sentenceOf(this.block.parsed, head.token);
    const clause = clauseRange(this.tree, head, sentence);
    const subject = head.kind === 'verb' ? subjectOf(this.tree, head.token) : null;
    const pronoun = pronounMention(this.tree, this.mentions, head, sentence.first);
    const names = subject
      ? this.names.inClause(head, subject.token, clause, sentence)
      : new Map<number, string>();
    const meant = (token: number): string | null => this.names.wordsFor(head, token);
    const headline = headlineOf({ tree: this.tree, head, sentence, time, names, meant });
    if (headline === null || (head.kind === 'verb' && !subject)) return null;
    const publication = this.comparable(resolution) ? this.story.publication : null;
    const telling = tellingOf(this.tree, dated, head, resolution, publication);
    // "We hired 500" tells nothing where nobody can say who "we" are.
    const isOwn = subject !== null && firstPerson(this.tree, head.token);
    if (isOwn && telling.speaker === null && this.names.meant(subject.token) === null) return null;
    return {
      time: null,
      expression: null,
      clause: this.span(clause),
      sentence: this.span(sentence),
      headline,
      status: telling.status,
      source: sourceOf(this.tree, telling.speaker, (token) => this.sourceName(token)),
      sourceEntity: this.sourceEntity(telling.speaker),
      entities: this.entitiesOf(head, clause, [pronoun?.mention ?? null, this.spokenBy(telling.speaker)]),
      corrected: false,
    };
  }

  /** Who a pronoun that speaks is; null when nobody can tell. */
  private sourceName(token: number): string | null {
    const meant = this.names.meant(token);
    return meant && this.names.fullName(meant);
  }

  private span({ first, end }: TokenRange): TimelineEvent['clause'] {
    const tokens = this.tree.tokens;
    return { block: this.block.id, start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  }

  /** The entity that speaks, by its name or as the pronoun means it. */
  private sourceEntity(speaker: number | null): EntityId | null {
    if (speaker === null) return null;
    const named = nameOf(this.tree, speaker).map((token) => mentionAt(this.tree, this.mentions, token));
    return (named.find((mention) => mention !== null) ?? this.names.meant(speaker))?.entity ?? null;
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
    const carried = subject && this.names.meant(subject.token);
    const all = [...others, named, carried, ...inside].filter((mention) => mention !== null);
    const referred = referencesIn(this.mentions, start, end);
    return [...new Set([...all, ...referred].map(({ entity }) => entity))];
  }
}

/** A noun and what names it beside it: "company CEO Steve Jobs", "the carmaker, Ford". */
function nameOf(tree: Tree, noun: number): number[] {
  return [noun, ...childrenWith(tree, noun, new Set(['compound', 'appos', 'flat']))];
}
