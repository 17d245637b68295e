import type { Entity } from '../../../contract';
import { childrenWith } from '../../language/syntax-tree';
import { countriesNamed } from '../merge/known-names';
import { nameKey } from '../name-key';
import type { BlockView } from '../statements/view';
import { type Gender, genderOfFirstName, genderOfWord, MEANS, meaningOf, PLACE } from './agreement';
import type { Item } from './items';

/** What the text shows of an entity, for the agreement of what may refer to it. */
export interface Profile {
  type: Entity['type'];
  /** Bits of `MEANS`. */
  meaning: number;
  gender: Gender;
  /** A title or office in the text tells the gender, not only the first name. */
  genderTold: boolean;
  /** Words of its names, lower case. */
  words: Set<string>;
  /** Nouns that the text gives it: titles before it, appositions, "X is a teacher". Lemmas. */
  descriptors: Set<string>;
}

/** @param names the name items of each entity, in reading order */
export function profileOf(entity: Entity, names: readonly Item[], views: readonly BlockView[]): Profile {
  const words = new Set(
    [entity.name, ...entity.aliases.map(({ name }) => name)].flatMap((name) =>
      name.toLowerCase().split(/[\s-]+/),
    ),
  );
  const descriptors = new Set(entity.roles.flatMap(({ text }) => text.toLowerCase().split(/\s+/)));
  const told = new Set<Gender>();
  for (const item of names) describe(item, views[item.block]!, descriptors, told);
  if (entity.type === 'person') for (const word of descriptors) told.add(genderOfWord(word));
  told.delete('unknown');
  const suggested = entity.type === 'person' ? suggestedGender(entity) : 'unknown';
  const gender = told.size === 1 ? [...told][0]! : told.size > 1 ? 'unknown' : suggested;
  return {
    type: entity.type,
    meaning: meaningOfEntity(entity, words),
    gender,
    genderTold: told.size === 1,
    words,
    descriptors,
  };
}

const TITLE = /^(?:compound|amod|nmod)$/;
const APPOSITION = new Set(['appos']);
const PREDICATE = new Set(['attr']);

/** Nouns and titles that stand beside a mention. */
function describe(item: Item, view: BlockView, descriptors: Set<string>, told: Set<Gender>): void {
  const { tokens } = view;
  for (
    let at = item.first - 1;
    at >= 0 && at >= item.first - 4 && tokens[at]!.end >= tokens[at + 1]!.start - 1;
    at--
  ) {
    const word = tokens[at]!;
    if (!TITLE.test(word.dep) && !/^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Dame)\.?$/.test(word.text)) break;
    told.add(genderOfWord(word.text.toLowerCase()));
    if (word.pos !== 'ADJ') descriptors.add(word.lemma.toLowerCase());
  }
  const head = tokens[item.head]!;
  const beside = childrenWith(view, item.head, APPOSITION);
  if (head.dep === 'appos') beside.push(head.head);
  if (head.dep === 'nsubj' && tokens[head.head]!.lemma === 'be')
    beside.push(...childrenWith(view, head.head, PREDICATE));
  for (const noun of beside) {
    if (tokens[noun]!.pos !== 'NOUN' && tokens[noun]!.pos !== 'PROPN') continue;
    told.add(genderOfWord(tokens[noun]!.text.toLowerCase()));
    descriptors.add(tokens[noun]!.lemma.toLowerCase());
  }
}

function suggestedGender({ name, aliases }: Entity): Gender {
  for (const form of [name, ...aliases.map((alias) => alias.name)]) {
    const [first = '', ...rest] = form.split(/\s+/);
    const gender = genderOfFirstName(first);
    if (gender !== 'unknown' && (rest.length > 0 || form === name)) return gender;
  }
  return 'unknown';
}

function meaningOfEntity({ type, name, aliases }: Entity, words: ReadonlySet<string>): number {
  if (type === 'person') return MEANS.person;
  let told = 0;
  for (const word of words) told |= meaningOf(word);
  if (type === 'organisation') return MEANS.organisation | (told & MEANS.site);
  if (type === 'group') return MEANS.organisation;
  if (type !== 'place') return 0;
  const isCountry = [name, ...aliases.map((alias) => alias.name)].some(
    (form) => countriesNamed(nameKey(form)).length > 0,
  );
  if (isCountry) return MEANS.country | (told & PLACE) | MEANS.region;
  return told & PLACE ? told & PLACE : MEANS.city | MEANS.region | MEANS.site;
}
