import { civilDate } from './calendar';
import type { Meaning } from './meaning';
import { lastDay, type Period } from './period';
import { type Landmark, PUBLICATION, type Question, type Resolution, type Story } from './resolution';

const LONG_UNITS = new Set(['year', 'decade', 'century', 'millennium']);

/** "two decades earlier": a look back, after which the story goes on where it stood; in a report also "a year later". */
function isAside(meaning: Meaning, story: Story): boolean {
  if (meaning.kind !== 'distance' || !LONG_UNITS.has(meaning.unit)) return false;
  return story.genre === 'report' || meaning.direction < 0;
}

/** Years that no story skips within a paragraph. */
const LEAP = 15;

/** A lone year far ahead in the middle of a sentence: "papers published in 2005 showed". */
function leapsAhead({ time, sameBlock, opensSentence }: Question, period: Period, story: Story): boolean {
  if (story.genre !== 'history' || !story.lastYear || !sameBlock || opensSentence()) return false;
  const isLoneYear = time.meaning.kind === 'calendar' && period.grain === 'year';
  return isLoneYear && period.start - lastDay(story.lastYear.period) > LEAP * 365;
}

/** "In December ... throughout 1941": a mere year that the story stands in already leaves it at its month. */
function staysInYear({ time }: Question, period: Period, story: Story): boolean {
  if (story.genre !== 'history' || !story.lastYear || period.grain !== 'year') return false;
  const told = story.lastYear.period;
  const within = told.start >= period.start && lastDay(told) <= lastDay(period);
  return time.meaning.kind === 'calendar' && told.grain !== 'year' && within;
}

/** "France celebrates on 14 July": in a history a day of the writer's own year is no place to go on from. */
function isOfToday({ time }: Question, { anchor }: Resolution, story: Story): boolean {
  const { meaning } = time;
  return (
    story.genre === 'history' &&
    story.last !== null &&
    meaning.kind === 'calendar' &&
    meaning.fields.year === undefined &&
    anchor?.index === PUBLICATION
  );
}

/** "would be cut off in 1976": a year farther on that the sentence only looks ahead to. */
function looksFarther(question: Question, period: Period, story: Story): boolean {
  const { meaning } = question.time;
  if (story.genre !== 'history' || meaning.kind !== 'calendar' || meaning.fields.year === undefined)
    return false;
  if (!story.lastYear || period.start <= lastDay(story.lastYear.period)) return false;
  return question.direction() === 'future';
}

/** Years from publication within which a report's months are its own. */
const OWN_YEARS = 6;

/** "In 1955 he moved to Paris. In December he married": within a paragraph the far year goes on, until something is counted from publication. */
function rememberPassage(story: Story, { time }: Question, landmark: Landmark): void {
  const { meaning } = time;
  if (landmark.viaPublication) story.passage = null;
  if (meaning.kind !== 'calendar' || meaning.fields.year === undefined) return;
  const far = Math.abs(meaning.fields.year - civilDate(story.publication).year) > OWN_YEARS;
  const isShort = !/^(?:decade|century)$/.test(landmark.period.grain);
  story.passage = far && isShort ? { ...landmark, block: time.block } : null;
}

/** Keeps what the next expressions may be counted from. */
export function remember(story: Story, question: Question, resolution: Resolution): void {
  const { period, anchor } = resolution;
  if (resolution.type === 'DURATION' && /^P\d+[MY]$/.test(resolution.timex)) story.lastQuarter = null;
  if (!period) return;
  const landmark: Landmark = {
    period,
    index: question.index,
    viaPublication: anchor?.viaPublication ?? false,
  };
  const { meaning } = question.time;
  const compared = meaning.kind === 'distance' || (meaning.kind === 'calendar' && meaning.fields.yearStep);
  if (isAside(meaning, story) || leapsAhead(question, period, story)) return;
  if (staysInYear(question, period, story) || isOfToday(question, resolution, story)) return;
  if (looksFarther(question, period, story)) return;
  story.last = landmark;
  rememberPassage(story, question, landmark);
  if (period.grain === 'day') story.lastDay = landmark;
  if (period.grain === 'quarter' && !compared) story.lastQuarter = landmark;
  if (period.grain === 'year' && meaning.kind === 'calendar') story.lastQuarter = null;
  if (period.grain !== 'decade' && period.grain !== 'century') story.lastYear = landmark;
}
