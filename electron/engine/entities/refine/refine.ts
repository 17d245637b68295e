import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';
import { addDemonyms, addDesignations } from './additions';
import { breakNames } from './breaks';
import { decideByDocument, findElsewhere, tieSurnames } from './document';
import { dropPostnominals, stripOffices, stripPrepositions, stripTitles } from './edges';
import { completeKnownNames, joinBodiesOfPlaces, typeBodiesOfPeoples, typePeoples } from './known-names';
import type { RefineRule } from './rule';

/** In this order; `npm run bench -- entities --ablate` shows what each is worth. */
export const refineRules: readonly RefineRule[] = [
  { name: 'breaks', apply: breakNames },
  { name: 'prepositions', apply: stripPrepositions },
  { name: 'known-names', apply: completeKnownNames },
  { name: 'bodies-of-places', apply: joinBodiesOfPlaces },
  { name: 'titles', apply: stripTitles },
  { name: 'offices', apply: stripOffices },
  { name: 'postnominals', apply: dropPostnominals },
  { name: 'designations', apply: addDesignations },
  { name: 'demonyms', apply: addDemonyms },
  { name: 'peoples-alone', apply: typePeoples },
  { name: 'bodies-of-peoples', apply: typeBodiesOfPeoples },
  { name: 'consistency', apply: decideByDocument },
  { name: 'surnames', apply: tieSurnames },
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
