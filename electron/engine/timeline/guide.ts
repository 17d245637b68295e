import type { ParsedBlock } from '../stages';
import type { FoundTime } from './found-time';
import type { Direction } from './tense';

const READER = /\b(?:you|your|yours|yourself)\b/gi;
/** "you" and "your" among the words of a text that tells its reader what to do. */
const ADDRESSED = 0.008;
/** Words below which a text is too short to tell. */
const SHORTEST = 120;

/** Whether a text advises its reader, so that its months come back every year. */
export function isGuide(blocks: readonly ParsedBlock[]): boolean {
  let [words, addressed] = [0, 0];
  for (const { parsed } of blocks) {
    words += parsed.tokens.length;
    addressed += parsed.text.match(READER)?.length ?? 0;
  }
  return words >= SHORTEST && addressed / words >= ADDRESSED;
}

/** A month or season with no year and no day of its own, told in the present: "between June and November", "in spring". */
export function comesBackEveryYear({ meaning }: FoundTime, direction: Direction | null): boolean {
  if (meaning.kind !== 'calendar' || direction === 'past' || direction === 'future') return false;
  const { month, season, day, year, weekday, pick, yearStep, monthStep, weekStep, holiday } = meaning.fields;
  const isBare = (month !== undefined || season !== undefined) && day === undefined && year === undefined;
  return isBare && !(weekday || pick || yearStep || monthStep || weekStep || holiday);
}
