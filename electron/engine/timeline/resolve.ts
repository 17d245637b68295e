import type { Precision, TimexType } from '../../contract';
import { sentenceOf } from '../language/syntax-tree';
import type { ParsedBlock } from '../stages';
import { type DayNumber, fromCalendarDay } from './calendar';
import type { FoundTime } from './found-time';
import { comesBackEveryYear, isGuide } from './guide';
import type { Meaning } from './meaning';
import { genreOf, isInPassing } from './passages';
import { formatPeriod, type Grain, lastDay, type Period } from './period';
import { remember } from './remember';
import { type Landmark, publicationLandmark, type Question, type Resolution, type Story } from './resolution';
import { placeCalendar } from './resolve-calendar';
import { type Counted, countDistance, countStep } from './resolve-relative';
import { windowAnchor, windowBounds, windowPrecision } from './resolve-window';
import { childrenOf, directionOf } from './tense';
import { timeWords } from './words';

/**
 * Stands in for an unknown day of publication: a Sunday in the middle of a year and of a quarter, so that the weekdays before it come
 * in their order. Nothing counted from it is shown as a date.
 */
export const STAND_IN: DayNumber = fromCalendarDay('2001-08-12') ?? 0;

const PRECISIONS: Record<Grain, Precision> = {
  day: 'day',
  week: 'week',
  weekend: 'day',
  month: 'month',
  quarter: 'quarter',
  half: 'season',
  season: 'season',
  year: 'year',
  decade: 'decade',
  century: 'century',
};

function empty(type: TimexType, timex: string, meaning: Meaning): Resolution {
  return {
    type,
    timex,
    first: null,
    last: null,
    period: null,
    precision: 'vague',
    modifier: meaning.modifier ?? null,
    inferred: false,
    anchor: null,
    direction: null,
  };
}

function covering(meaning: Meaning, period: Period, anchor: Landmark | null): Resolution {
  const clock = meaning.clock && period.grain === 'day' ? meaning.clock : '';
  return {
    ...empty(clock ? 'TIME' : 'DATE', formatPeriod(period) + clock, meaning),
    first: period.start,
    last: lastDay(period),
    period,
    precision: clock ? 'time' : PRECISIONS[period.grain],
    anchor,
  };
}

/** TIMEX3 for a point known only to lie in or near a longer stretch: "1942-XX-XX". */
function coarseTimex(period: Period): string {
  const value = formatPeriod(period);
  if (period.grain === 'year') return `${value}-XX-XX`;
  return period.grain === 'month' ? `${value}-XX` : value;
}

function counted(meaning: Meaning, result: Counted): Resolution {
  if (!result.period)
    return { ...empty('DATE', result.reference ?? 'PAST_REF', meaning), anchor: result.anchor };
  const resolution = covering(meaning, result.period, result.anchor);
  if (!result.coarse) return resolution;
  const clock = meaning.clock ?? '';
  return {
    ...resolution,
    timex: coarseTimex(result.period) + clock,
    modifier: meaning.modifier ?? 'about',
    inferred: true,
  };
}

function answer(question: Question, story: Story): Resolution | null {
  const { meaning } = question.time;
  switch (meaning.kind) {
    case 'calendar': {
      const comesBack =
        story.guide && story.genre === 'report' && comesBackEveryYear(question.time, question.direction());
      if (comesBack) return recurring(meaning);
      const placed = placeCalendar(meaning.fields, question, story);
      if (!placed) return null;
      const resolution = covering(meaning, placed.period, placed.anchor);
      return { ...resolution, inferred: placed.inferred, direction: placed.direction };
    }
    case 'step':
      return counted(meaning, countStep(meaning.grain, meaning.step, story, question.isNear));
    case 'distance':
      return counted(meaning, countDistance(meaning, story));
    case 'clock': {
      const near = story.lastDay ?? publicationLandmark(story);
      return { ...covering(meaning, near.period, near), inferred: true };
    }
    case 'reference':
      return empty('DATE', meaning.value, meaning);
    case 'set':
      return empty('SET', meaning.timex, meaning);
    case 'otherCalendar':
      return empty('DATE', 'XXXX', meaning);
    case 'duration': {
      const anchor = windowAnchor(meaning, story);
      const bounds = windowBounds(meaning, anchor.period.start);
      const resolution = empty('DURATION', meaning.timex, meaning);
      if (!bounds) return resolution;
      return {
        ...resolution,
        first: bounds[0],
        last: bounds[1],
        precision: windowPrecision(meaning),
        anchor,
      };
    }
  }
}

/** "XXXX-06": June of any year. */
function recurring(meaning: Extract<Meaning, { kind: 'calendar' }>): Resolution {
  const { month, season = 0 } = meaning.fields;
  const value =
    month === undefined ? (['SP', 'SU', 'FA', 'WI'][season] ?? '') : String(month).padStart(2, '0');
  return { ...empty('DATE', `XXXX-${value}`, meaning), inferred: true };
}

function isOpening(time: FoundTime, { parsed }: ParsedBlock): boolean {
  const token = timeWords(parsed)[time.firstWord]?.tokenIndex ?? -1;
  return token >= 0 && token - sentenceOf(parsed, token).first <= 2;
}

/** A year or date of its own that is told in passing; what bears no year of its own goes on from the story anyway. */
function mentionsOnly(time: FoundTime, { parsed }: ParsedBlock): boolean {
  const { meaning } = time;
  return meaning.kind === 'calendar' && meaning.fields.year !== undefined && isInPassing(time, parsed);
}

/** Paragraphs that "that night" reaches back over in a report. */
const NEAR_BLOCKS = 5;

/** Resolves all expressions in reading order; an entry is null where the words name no real date. */
export function resolveTimes(
  found: readonly FoundTime[],
  blocks: readonly ParsedBlock[],
  publication: DayNumber | null,
): (Resolution | null)[] {
  const story: Story = {
    publication: publication ?? STAND_IN,
    genre: genreOf(found, blocks, publication),
    guide: isGuide(blocks),
    last: null,
    lastDay: null,
    lastQuarter: null,
    lastYear: null,
    passage: null,
  };
  return found.map((time, index) => {
    const block = blocks[time.block];
    const told = story.last === null ? null : (found[story.last.index]?.block ?? null);
    const question: Question = {
      time,
      index,
      sameBlock: told === time.block,
      isNear: told === null || time.block - told <= NEAR_BLOCKS,
      isPicture: block?.kind === 'figure',
      opensSentence: () => block !== undefined && isOpening(time, block),
      direction: () => {
        if (!block) return null;
        return directionOf(time, timeWords(block.parsed), block.parsed, childrenOf(block.parsed));
      },
    };
    const resolution = answer(question, story);
    if (resolution && !(block && time.meaning.kind === 'calendar' && mentionsOnly(time, block)))
      remember(story, question, resolution);
    return resolution;
  });
}

/**
 * Resolves one expression as if both publication and story stood at the given day, for a reader who says what it is
 * counted from. Null where the words name no real date.
 */
export function resolveAgainst(time: FoundTime, block: ParsedBlock, day: DayNumber): Resolution | null {
  const story: Story = {
    publication: day,
    genre: 'report',
    guide: false,
    last: null,
    lastDay: null,
    lastQuarter: null,
    lastYear: null,
    passage: null,
  };
  story.last = publicationLandmark(story);
  const direction = () => directionOf(time, timeWords(block.parsed), block.parsed, childrenOf(block.parsed));
  return answer(
    {
      time,
      index: 0,
      sameBlock: true,
      isNear: true,
      isPicture: false,
      opensSentence: () => false,
      direction,
    },
    story,
  );
}
