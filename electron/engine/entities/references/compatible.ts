import { isReflexive, MEANS, PLACE, type PronounClass } from './agreement';
import type { Referent } from './features';
import type { Item } from './items';

/** Whether an item can mean a referent at all, by kind, number, gender and the syntax of one clause. */
export function canMean(item: Item, referent: Referent): boolean {
  if (overlapsLast(item, referent.last)) return false;
  if (item.kind === 'noun') return nounCanMean(item, referent);
  return agrees(item.pronoun as PronounClass, referent) && !isBound(item, referent);
}

const overlapsLast = (item: Item, last: Item): boolean =>
  last.block === item.block && last.first < item.end && item.first < last.end;

function agrees(pronoun: PronounClass, { profile, last, pronouns }: Referent): boolean {
  if (pronoun === 'he' || pronoun === 'she') {
    const other = pronoun === 'he' ? 'female' : 'male';
    if (!profile)
      return last.meaning === 0
        ? last.gender !== other && last.gender !== 'unknown'
        : (last.meaning & MEANS.person) !== 0 && last.gender !== other && !last.plural;
    if (profile.type !== 'person') return false;
    if (profile.genderTold) return profile.gender !== other;
    const seen = pronouns.has(pronoun === 'he' ? 'she' : 'he');
    return profile.gender !== other && !(seen && !pronouns.has(pronoun));
  }
  if (pronoun === 'it') {
    if (!profile) return !last.plural && (last.meaning & ~MEANS.person) !== 0;
    return profile.type !== 'person' && profile.type !== 'group';
  }
  if (!profile) return last.plural || (last.meaning & MEANS.organisation) !== 0;
  return (
    profile.type === 'organisation' ||
    profile.type === 'group' ||
    profile.type === 'place' ||
    profile.type === 'person'
  );
}

/**
 * Principle B of binding theory: a pronoun is not the subject of its own verb ("Kerry saw him" is two people), unless
 * it is reflexive.
 */
function isBound(item: Item, { last }: Referent): boolean {
  if (isReflexive(item.lower) || last.block !== item.block || last.sentence !== item.sentence) return false;
  return (
    last.verb >= 0 && last.verb === item.verb && last.position === 'subject' && item.position === 'object'
  );
}

function nounCanMean(item: Item, { profile }: Referent): boolean {
  if (!profile) return false;
  if (profile.words.has(item.lemma) || profile.words.has(item.lower)) return profile.type !== 'person';
  if (profile.descriptors.has(item.lemma)) return true;
  return (profile.meaning & item.meaning) !== 0 && !(item.plural && (item.meaning & PLACE) === 0);
}

/** Whether a noun phrase may stand for a name: "the company", "this island"; not "a company", "his company". */
export function mayDescribe(item: Item): boolean {
  return item.kind === 'noun' && /^(?:the|this|that|these)$/.test(item.determiner);
}
