import type { ParsedBlock } from '../stages';
import type { FoundTime } from './found-time';

/** Words that reports of games with quarters and halves use, and business news does not. */
const PLAY =
  /\b(?:touchdowns?|quarterback|rebounds?|nba|wnba|nfl|ncaa|afl|halftime|half-time|three-pointers?|3-pointers?|free throws?|field goals?|dunk(?:ed|s)?|layup|punt(?:ed|s)?|interceptions?|jumpers?|yard line|end zone|turnovers?|overtime|penalty shootout|kick-?off|midfielder|striker|goalkeeper)\b/gi;
/** Different such words that make a text the report of a game. */
const ENOUGH = 2;

function isGameReport(blocks: readonly ParsedBlock[]): boolean {
  const words = new Set<string>();
  for (const { parsed } of blocks)
    for (const [word] of parsed.text.matchAll(PLAY)) words.add(word.toLowerCase().replace(/s$/, ''));
  return words.size >= ENOUGH;
}

function isPartOfGame({ meaning }: FoundTime): boolean {
  if (meaning.kind !== 'calendar') return meaning.kind === 'step' && meaning.grain === 'quarter';
  const { quarter, half, year, yearStep } = meaning.fields;
  return (quarter !== undefined || half !== undefined) && year === undefined && yearStep === undefined;
}

/** Without the quarters and halves of a game, which are no stretches of a year. */
export function withoutPartsOfGames(found: FoundTime[], blocks: readonly ParsedBlock[]): FoundTime[] {
  return found.some(isPartOfGame) && isGameReport(blocks)
    ? found.filter((time) => !isPartOfGame(time))
    : found;
}
