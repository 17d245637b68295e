import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';
import { dropPartyStates, typeBracketedAcronyms, typeCountryAcronyms, typeStateLetters } from './acronyms';
import { addDemonyms, addDesignations } from './additions';
import { completePersons, cutPossessives, splitPairs, stripNationality } from './boundaries';
import { breakNames } from './breaks';
import { completeCapitals } from './capitals';
import { joinContinued } from './continued';
import { dropCredits } from './credits';
import { decideByDocument, findElsewhere, tieSurnames } from './document';
import { dropDoubtful } from './doubtful';
import { dropPostnominals, stripOffices, stripPrepositions, stripTitles } from './edges';
import { cutHeadings } from './headings';
import {
  completeKnownNames,
  joinAtAnd,
  joinBodiesOfPlaces,
  typeBodiesOfPeoples,
  typePeoples,
} from './known-names';
import { dropCode, dropCountedLetters, dropLabels } from './no-names';
import type { RefineRule } from './rule';
import { tieShortBodies } from './short-bodies';

/** In this order; `npm run bench -- entities --ablate` shows what each is worth. */
export const refineRules: readonly RefineRule[] = [
  { name: 'breaks', apply: breakNames },
  { name: 'prepositions', apply: stripPrepositions },
  { name: 'known-names', apply: completeKnownNames },
  { name: 'bodies-of-places', apply: joinBodiesOfPlaces },
  { name: 'cut-at-and', apply: joinAtAnd },
  { name: 'possessives', apply: cutPossessives },
  { name: 'titles', apply: stripTitles },
  { name: 'nationality', apply: stripNationality },
  { name: 'persons', apply: completePersons },
  { name: 'pairs', apply: splitPairs },
  { name: 'offices', apply: stripOffices },
  { name: 'postnominals', apply: dropPostnominals },
  { name: 'designations', apply: addDesignations },
  { name: 'country-acronyms', apply: typeCountryAcronyms },
  { name: 'demonyms', apply: addDemonyms },
  { name: 'peoples-alone', apply: typePeoples },
  { name: 'bodies-of-peoples', apply: typeBodiesOfPeoples },
  { name: 'party-states', apply: dropPartyStates },
  { name: 'headings', apply: cutHeadings },
  { name: 'capitals', apply: completeCapitals },
  { name: 'continued', apply: joinContinued },
  { name: 'credits', apply: dropCredits },
  { name: 'code', apply: dropCode },
  { name: 'counted-letters', apply: dropCountedLetters },
  { name: 'labels', apply: dropLabels },
  { name: 'doubtful', apply: dropDoubtful },
  { name: 'bracketed-acronyms', apply: typeBracketedAcronyms },
  { name: 'consistency', apply: decideByDocument },
  { name: 'surnames', apply: tieSurnames },
  { name: 'short-bodies', apply: tieShortBodies },
  { name: 'state-letters', apply: typeStateLetters },
  { name: 'elsewhere', apply: findElsewhere },
];

/** The tagger's names after all rules but those named in `without`. */
export function refineNames(
  tagged: readonly NameSpan[],
  input: TaggerInput,
  without: ReadonlySet<string> = new Set(),
): NameSpan[] {
  let spans = [...tagged];
  for (const rule of refineRules) if (!without.has(rule.name)) spans = rule.apply(spans, input);
  return spans;
}
