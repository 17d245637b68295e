import type {
  Entity,
  Mention,
  Reference,
  TableCell,
  TextSpan,
  TimelineEvent,
  TimeValue,
} from '../../../contract';
import type { EntityResult, ParsedBlock } from '../../stages';
import type { DayNumber } from '../calendar';
import type { Genre } from '../resolution';
import { type ArticleStory, BlockEvents, type DraftEvent } from './block-events';
import type { DatedTime } from './dated-time';
import type { PronounResolver } from './pronoun-names';
import { joinRanges } from './ranges';
import { sectionName, withSectionName } from './section-name';
import { StoryPlace } from './story-place';

/** What stands in the text by its block, looked up once. */
function byBlockOf<T extends { span: TextSpan }>(all: readonly T[]): Map<string, T[]> {
  const byBlock = new Map<string, T[]>();
  for (const one of all) {
    const known = byBlock.get(one.span.block);
    if (known) known.push(one);
    else byBlock.set(one.span.block, [one]);
  }
  return byBlock;
}

/**
 * Whether an expression can date an event: it has a place in the calendar or in the order before one is known. Of
 * lengths only those that reach up to now do ("in the past three months").
 */
function canDate({ expression, found }: DatedTime): boolean {
  const { value } = expression;
  if (isLost(expression.timex)) return false;
  if (found.meaning.kind === 'duration' && found.meaning.window?.direction !== -1) return false;
  return value !== null && (value.first !== null || value.relative !== null);
}

/** "the next morning" counted from a mere year: the day is somewhere in it, and a date would be made up. */
function isLost(timex: string): boolean {
  return /^\d{4}-XX-XX/.test(timex);
}

export interface EventOptions {
  /** Day of publication, or its stand-in. */
  publication: DayNumber;
  /** The same as a place for undated events; null when it is not known. */
  published: TimeValue | null;
  genre: Genre;
  titleBlock: string | null;
  /** Cells of the article's tables. */
  tables: ReadonlyMap<string, readonly TableCell[]>;
  /** Tells whom a pronoun means, where references are known. */
  resolvePronoun: PronounResolver | null;
  references: readonly Reference[];
}

/** Makes the events of an article in reading order; ids are "e1", "e2" ... */
export function buildEvents(
  blocks: readonly ParsedBlock[],
  times: readonly DatedTime[],
  entities: EntityResult,
  options: EventOptions,
): TimelineEvent[] {
  const byBlock = byBlockOf(entities.mentions);
  const byId = new Map<string, Entity>(entities.entities.map((entity) => [entity.id, entity]));
  const timesOf = new Map<number, DatedTime[]>();
  for (const time of times) {
    const known = timesOf.get(time.found.block);
    if (known) known.push(time);
    else timesOf.set(time.found.block, [time]);
  }
  const referencesOf = byBlockOf(options.references);
  const place = new StoryPlace(times, options.genre, options.published, options.publication);
  const story: ArticleStory = { ...options, publicationKnown: options.published !== null };
  let carried: Mention | null = null;
  let lead = LEAD_SENTENCES;
  let section: string | null = null;
  const drafts = blocks.flatMap((block, index) => {
    if (block.kind === 'heading' && block.id !== options.titleBlock)
      section = sectionName(block, { mentions: byBlock.get(block.id) ?? [], entities: byId, carried: null });
    if (NO_EVENTS.has(block.kind) || block.id === options.titleBlock) return [];
    const mentions = {
      mentions: byBlock.get(block.id) ?? [],
      references: referencesOf.get(block.id) ?? [],
      entities: byId,
      carried,
    };
    const times = joinRanges((timesOf.get(index) ?? []).filter(canDate), block.parsed.text);
    const events = new BlockEvents(block, mentions, story, times);
    const cells = options.tables.get(block.id) ?? null;
    for (const time of times) if (!events.addLine(time, cells) && cells === null) events.addDated(time);
    if (block.kind === 'paragraph' || block.kind === 'quote') {
      events.addUndated((offset) => place.at(index, offset), lead);
      lead = Math.max(0, lead - block.parsed.sentences.length);
    }
    carried = events.personAtEnd();
    const name = section;
    return events.events().map((draft) => ({ ...draft, headline: withSectionName(draft.headline, name) }));
  });
  return withoutSayings(withoutLooseLengths(withoutTwins(drafts))).map((draft, index) => ({
    id: `e${index + 1}`,
    ...draft,
  }));
}

/** "In 2021, a fifth reported symptoms in the past two weeks": beside a date of its own a sentence's length of time dates nothing. */
function withoutLooseLengths(drafts: readonly DraftEvent[]): DraftEvent[] {
  const isLength = ({ time }: DraftEvent): boolean => time !== null && /^P\d/.test(time.timex);
  const placeOf = ({ sentence }: DraftEvent): string => `${sentence.block} ${sentence.start}`;
  const dated = new Set(drafts.filter((draft) => draft.time !== null && !isLength(draft)).map(placeOf));
  return drafts.filter((draft) => !isLength(draft) || !dated.has(placeOf(draft)));
}

/** Who says so behind what is said: ", the ministry said". */
const SAYING = /,["”’]? (?:\p{L}[\p{L}’'.-]* ){1,12}(?:said|says|told|reported|announced|confirmed)$/u;

/** "The economy grew in the first quarter, the ministry said Friday": one event, not a second one that says it again. */
function withoutSayings(drafts: readonly DraftEvent[]): DraftEvent[] {
  const told = new Map<string, Set<string>[]>();
  return drafts.filter(({ time, headline, sentence }) => {
    if (time === null) return true;
    const place = `${sentence.block} ${sentence.start}`;
    const words = contentWords(headline);
    const before = told.get(place) ?? [];
    told.set(place, [...before, words]);
    return !(SAYING.test(headline) && before.some((other) => other.size > 0 && isWithin(other, words)));
  });
}

/** A heading names what follows; code and rules tell nothing. */
const NO_EVENTS = new Set<ParsedBlock['kind']>(['code', 'rule', 'heading']);
/** Sentences at the start of an article in which the story itself is told. */
const LEAD_SENTENCES = 3;

/** Words of a headline that tell it apart from another of its sentence. */
const TELLING = 40;

/**
 * Of events told twice in the same words at the same time, as below a picture and in the text, the first; so also of
 * two that one sentence would tell in the same words.
 */
function withoutTwins(drafts: readonly DraftEvent[]): DraftEvent[] {
  const known = new Set<string>();
  const toldWords = new Map<string, Set<string>[]>();
  return drafts.filter(({ headline, time, sentence }) => {
    const place = `${sentence.block} ${sentence.start}`;
    const keys = [`${time?.timex} ${headline}`, `${place} ${headline}`];
    if (time !== null) keys.push(`${time.timex} ${headline.slice(0, TELLING)} ${place}`);
    const words = time === null ? null : contentWords(headline);
    const told = toldWords.get(time?.timex ?? '') ?? [];
    const enough = /^\d{4}-\d\d-\d\d/.test(time?.timex ?? '') ? ENOUGH_SHARED.day : ENOUGH_SHARED.longer;
    const isNew =
      !keys.some((key) => known.has(key)) && !(words && told.some((other) => tellSame(words, other, enough)));
    for (const key of keys) known.add(key);
    if (words && isNew && told.length < MOST_COMPARED) toldWords.set(time?.timex ?? '', [...told, words]);
    return isNew;
  });
}

/** Events of one time that a new one is compared with. */
const MOST_COMPARED = 12;
/** Words that two headlines share before they are taken to tell the same; fewer on one day than in one year. */
const ENOUGH_SHARED = { day: 3, longer: 4 };

/** Words that say what a headline tells: nouns, names, figures, verbs by their length. */
function contentWords(headline: string): Set<string> {
  return new Set((headline.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => word.length > 3));
}

/** Whether all words of the shorter stand in the longer: "The first house opened in Vienna" beside "was opened ... there". */
function tellSame(one: ReadonlySet<string>, other: ReadonlySet<string>, enough: number): boolean {
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  return short.size >= enough && isWithin(short, long);
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}
