import type { EntityType } from '../../../contract';
import { framesOf } from '../statements/cues';
import type { BlockView } from '../statements/view';
import { isReflexive } from './agreement';
import type { Item, Position } from './items';
import type { Profile } from './profiles';

/** Somebody or something the article has spoken of so far: a named entity, or a noun phrase without a name. */
export interface Referent {
  /** Index of the entity; -1 without a name. */
  entity: number;
  profile: Profile | null;
  /** The item that spoke of it last, and its number among all items. */
  last: Item;
  lastNumber: number;
  count: number;
  /** Classes of pronouns that meant it so far. */
  pronouns: Set<string>;
  inTitle: boolean;
  /** How sure it is that the last item spoke of it, 0 to 1. */
  sureness: number;
}

const names: string[] = [];
/** Reserves `size` numbers for the buckets of a feature. */
function group(name: string, size: number): number {
  const base = names.length;
  for (let bucket = 0; bucket < size; bucket++) names.push(`${name}.${bucket}`);
  return base;
}

const F = {
  any: group('any', 1),
  distance: group('distance', 8),
  distanceOfKind: group('distanceOfKind', 24),
  rank: group('rank', 6),
  rankInSentence: group('rankInSentence', 6),
  rankOfSubjects: group('rankOfSubjects', 6),
  positions: group('positions', 16),
  positionAtDistance: group('positionAtDistance', 12),
  count: group('count', 5),
  countRank: group('countRank', 5),
  samePronoun: group('samePronoun', 2),
  otherPronoun: group('otherPronoun', 2),
  gender: group('gender', 4),
  type: group('type', 10),
  typeOfPosition: group('typeOfPosition', 40),
  alone: group('alone', 4),
  opens: group('opens', 4),
  sameVerb: group('sameVerb', 16),
  embedded: group('embedded', 2),
  quoted: group('quoted', 5),
  speaker: group('speaker', 3),
  block: group('block', 4),
  inTitle: group('inTitle', 2),
  between: group('between', 6),
  plural: group('plural', 4),
  determiner: group('determiner', 4),
  meaning: group('meaning', 8),
  headInName: group('headInName', 3),
  descriptor: group('descriptor', 3),
  nounFits: group('nounFits', 4),
  nounShape: group('nounShape', 8),
  joined: group('joined', 2),
  adjoins: group('adjoins', 2),
  spokeLast: group('spokeLast', 4),
  none: group('none', 1),
  noneFits: group('noneFits', 5),
  noneDistance: group('noneDistance', 8),
  nonePleonastic: group('nonePleonastic', 2),
  nonePosition: group('nonePosition', 4),
  noneQuoted: group('noneQuoted', 2),
  noneShape: group('noneShape', 16),
  noneMeaning: group('noneMeaning', 8),
  noneNameHead: group('noneNameHead', 3),
  noneSentence: group('noneSentence', 3),
} as const;

/** Names of all features, in the order of their numbers. */
export const FEATURE_NAMES: readonly string[] = names;

const POSITIONS: Position[] = ['subject', 'object', 'owner', 'other'];
const KINDS: Item['kind'][] = ['name', 'pronoun', 'noun'];
const TYPES: EntityType[] = [
  'person',
  'place',
  'organisation',
  'group',
  'event',
  'product',
  'law',
  'work',
  'other',
];

const capped = (value: number, bounds: readonly number[]): number => {
  let bucket = 0;
  while (bucket < bounds.length && value > bounds[bucket]!) bucket++;
  return bucket;
};
const distanceBucket = (sentences: number): number => capped(sentences, [0, 1, 2, 3, 5, 9, 20]);

/** What is known of all candidates before one is looked at. */
export interface Choice {
  item: Item;
  number: number;
  view: BlockView;
  candidates: readonly Referent[];
  /** Rank of each candidate by how often it was spoken of, 0 the most. */
  countRanks: readonly number[];
  /** Referent of the speaker of the statement the item stands in. */
  speaker: Referent | null;
  /** Who spoke in the last statement before the item's sentence. */
  spokeLast: Referent | null;
}

/** Numbers of the features that hold for the candidate at an index of the choice; candidates come nearest first. */
export function candidateFeatures(choice: Choice, index: number): number[] {
  const { item, number } = choice;
  const referent = choice.candidates[index]!;
  const { last } = referent;
  const sentences = item.sentence - last.sentence;
  const distance = distanceBucket(sentences);
  const kind = KINDS.indexOf(last.kind);
  const rank = Math.min(index, 5);
  const type = referent.profile ? TYPES.indexOf(referent.profile.type) : 9;
  const at = POSITIONS.indexOf(item.position);
  const lastAt = POSITIONS.indexOf(last.position);
  const found = [
    F.any,
    F.distance + distance,
    F.distanceOfKind + kind * 8 + distance,
    F.rank + rank,
    F.positions + at * 4 + lastAt,
    F.positionAtDistance + Math.min(sentences, 2) * 4 + lastAt,
    F.count + capped(referent.count, [1, 2, 4, 8]),
    F.countRank + Math.min(choice.countRanks[index]!, 4),
    F.type + type,
    F.typeOfPosition + type * 4 + at,
    F.between + capped(number - referent.lastNumber, [1, 2, 4, 8, 16]),
    F.inTitle + (referent.inTitle ? 1 : 0),
    F.block + capped(item.block - last.block, [0, 1, 3]),
  ];
  if (last.block === item.block && item.first - last.end === 1 && last.kind === 'name')
    found.push(F.adjoins + (item.position === 'subject' ? 1 : 0));
  if (sentences === 0) found.push(F.rankInSentence + rank);
  if (last.position === 'subject') found.push(F.rankOfSubjects + subjectRank(choice, index));
  if (index === 0) found.push(F.alone + capped(choice.candidates.length, [1, 2, 4]));
  if (last.opens) found.push(F.opens + (item.opens ? 1 : 0) + (sentences === 1 ? 2 : 0));
  addPronounFeatures(found, choice, referent);
  if (item.kind === 'noun') addNounFeatures(found, item, referent);
  addSyntax(found, choice, referent);
  if (!referent.profile) {
    found.push(
      F.determiner +
        (last.kind !== 'noun' ? 0 : last.determiner === '' ? 1 : /^an?$/.test(last.determiner) ? 2 : 3),
    );
    found.push(F.meaning + meaningBucket(last.meaning));
  }
  return found;
}

function subjectRank({ candidates }: Choice, index: number): number {
  let rank = 0;
  for (let before = 0; before < index; before++) if (candidates[before]!.last.position === 'subject') rank++;
  return Math.min(rank, 5);
}

const meaningBucket = (meaning: number): number => {
  let bucket = 0;
  for (let rest = meaning; rest > 0; rest >>= 1) bucket++;
  return bucket;
};

function addPronounFeatures(found: number[], { item }: Choice, { pronouns, profile, last }: Referent): void {
  if (item.kind !== 'pronoun') return;
  found.push(F.samePronoun + (pronouns.has(item.pronoun!) ? 1 : 0));
  if (pronouns.size > (pronouns.has(item.pronoun!) ? 1 : 0)) found.push(F.otherPronoun);
  const known = profile ? profile.gender !== 'unknown' : last.gender !== 'unknown';
  found.push(F.gender + (known ? (profile?.genderTold ? 2 : 1) : 0));
  found.push(F.plural + (item.plural ? 2 : 0) + (last.plural ? 1 : 0));
}

function addNounFeatures(found: number[], item: Item, { profile, last }: Referent): void {
  if (!profile) return;
  const inName = profile.words.has(item.lower) || profile.words.has(item.lemma);
  const described = profile.descriptors.has(item.lemma);
  const near = last.sentence >= item.sentence - 1 ? 1 : 2;
  found.push(F.headInName + (inName ? near : 0), F.descriptor + (described ? near : 0));
  const fits = (profile.meaning & item.meaning) !== 0;
  found.push(F.nounFits + (fits ? 1 : 0) + (profile.meaning === item.meaning ? 2 : 0));
  found.push(F.nounShape + (shapeOf(item) % 8));
}

const shapeOf = (item: Item): number =>
  (item.determiner === 'the' ? 0 : 1) +
  (item.modified ? 2 : 0) +
  (item.described ? 4 : 0) +
  (item.plural ? 8 : 0);

function addSyntax(found: number[], { item, view, speaker, spokeLast }: Choice, referent: Referent): void {
  const { last } = referent;
  const says =
    item.position === 'subject' && item.verb >= 0 && framesOf(view.tokens[item.verb]!.lemma).has('quotation');
  if (spokeLast && item.quotation < 0)
    found.push(F.spokeLast + (says ? 2 : 0) + (spokeLast === referent ? 1 : 0));
  if (item.statement >= 0 && speaker)
    found.push(F.speaker + (speaker !== referent ? 0 : item.quotation >= 0 ? 1 : 2));
  const [quoted, lastQuoted] = [item.quotation >= 0, last.quotation >= 0];
  if (quoted || lastQuoted) {
    const same = last.block === item.block && last.quotation === item.quotation;
    found.push(F.quoted + (same ? 0 : quoted && lastQuoted ? 1 : quoted ? 2 : 3));
  }
  if (last.block !== item.block || last.sentence !== item.sentence) return;
  if (last.verb >= 0 && last.verb === item.verb) {
    found.push(F.sameVerb + POSITIONS.indexOf(item.position) * 4 + POSITIONS.indexOf(last.position));
    if (isReflexive(item.lower)) found.push(F.joined);
  }
  const above = item.verb >= 0 ? view.tokens[item.verb]!.head : -1;
  if (above >= 0 && above === last.verb && above !== item.verb && last.position === 'subject')
    found.push(F.embedded + (item.position === 'subject' ? 1 : 0));
}

/** Features of the choice to tie the item to nothing. */
export function noneFeatures({ item, view, candidates }: Choice, headInName: boolean): number[] {
  const nearest = candidates[0];
  const found = [
    F.none,
    F.noneFits + Math.min(candidates.length, 4),
    F.noneDistance + (nearest ? distanceBucket(item.sentence - nearest.last.sentence) : 7),
    F.nonePosition + POSITIONS.indexOf(item.position),
    F.noneQuoted + (item.quotation >= 0 ? 1 : 0),
    F.noneSentence + capped(item.sentence, [1, 4]),
  ];
  if (item.lower === 'it') found.push(F.nonePleonastic + (isPleonastic(item, view) ? 1 : 0));
  if (item.kind === 'noun') {
    found.push(F.noneShape + shapeOf(item), F.noneMeaning + meaningBucket(item.meaning));
    found.push(F.noneNameHead + (headInName ? 1 : 0));
  }
  return found;
}

const WEATHER = new Set(['rain', 'snow', 'seem', 'appear', 'turn', 'take', 'matter', 'happen']);

/** "it is clear that", "it seems": it stands for nothing, or for the clause that follows. */
function isPleonastic(item: Item, view: BlockView): boolean {
  if (item.position !== 'subject' || item.verb < 0) return false;
  const verb = view.tokens[item.verb]!;
  if (WEATHER.has(verb.lemma)) return true;
  return view.children[item.verb]!.some((child) => {
    const { dep } = view.tokens[child]!;
    if (dep !== 'acomp' && dep !== 'attr') return dep === 'ccomp' || dep === 'csubj';
    return (
      view.children[child]!.some((below) => /^(?:ccomp|xcomp|acl|relcl)$/.test(view.tokens[below]!.dep)) ||
      view.children[item.verb]!.some(
        (other) => /^(?:ccomp|xcomp|advcl)$/.test(view.tokens[other]!.dep) && other > child,
      )
    );
  });
}
