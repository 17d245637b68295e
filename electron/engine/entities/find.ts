import type { BlockId, Entity, EntityType, Mention, SuggestedMerge, TextSpan } from '../../contract';
import type { EntityResult, ParsedBlock } from '../stages';
import type { WordScores } from './encoder/fine-tags';
import { mentionType } from './entity-type';
import { type TaggerInput, taggerInput } from './features';
import { placeOfDemonym } from './group-places';
import { countriesNamed, countryName } from './merge/known-names';
import { type Group, mergeMentions } from './merge/merge';
import { nameKey } from './name-key';
import { type NameSpan, tagNames } from './name-span';
import { chooseName, listAliases } from './naming';
import { refineNames } from './refine/refine';
import { roleOf } from './roles';
import { shareSentences } from './together';
import { documentWords } from './words';

/** What is known about the article beside its blocks. */
export interface EntityContext {
  /** The heading that is the title. */
  titleBlock: BlockId | null;
  /** The encoder's view of the same blocks' words; without it the tagger decides alone. */
  wordScores?: WordScores | null;
  /** Names of rules to leave out, to measure what each is worth. */
  without?: ReadonlySet<string>;
}

/** Longer runs of capitalised words ("Bank of Bank of ...") are no names, and every rule would look through each of them. */
const MOST_WORDS = 40;

/**
 * Finds who and what an article names: mentions from the tagger and the rules of the whole document, merged into
 * entities with a reason for each alias. Pure; time grows with the number of words and mentions, not its square.
 * Mentions come in reading order, never overlap, and each belongs to exactly one entity.
 */
export function findEntities(blocks: readonly ParsedBlock[], context: EntityContext): EntityResult {
  const input = taggerInput(documentWords(blocks), context.wordScores);
  const tagged = tagNames(input).filter(({ first, end }) => end - first <= MOST_WORDS);
  const spans = refineNames(tagged, input, context.without);
  const { groups, doubts } = mergeMentions(spans, input, context.without);
  const ids = new Map(groups.map((group, i) => [group, `e${i + 1}`]));
  const suggestedMerges = doubts.flatMap(({ a, b, reason }): SuggestedMerge[] => {
    const [first, second] = [ids.get(a), ids.get(b)];
    return first && second ? [{ a: first, b: second, reason }] : [];
  });
  return { ...describe(blocks, input, spans, groups), suggestedMerges };
}

function describe(
  blocks: readonly ParsedBlock[],
  input: TaggerInput,
  spans: readonly NameSpan[],
  groups: readonly Group[],
): EntityResult {
  const { words } = input.document;
  const entityOf = new Int32Array(spans.length).fill(-1);
  for (const [number, group] of groups.entries())
    for (const { mention } of group.mentions) entityOf[mention] = number;
  const spanAt = (first: number, end: number): TextSpan => ({
    block: blocks[words[first]!.block]!.id,
    start: words[first]!.start,
    end: words[end - 1]!.end,
  });
  const mentions = spans.map((span, i): Mention => {
    const place = spanAt(span.first, span.end);
    const text = blocks[words[span.first]!.block]!.parsed.text.slice(place.start, place.end);
    return { id: `m${i + 1}`, span: place, text, entity: `e${entityOf[i]! + 1}` };
  });
  const together = shareSentences(entitiesBySentence(spans, entityOf, input), groups.length);
  const entities = groups.map((group, number): Entity => {
    const name = chooseName(group);
    return {
      id: `e${number + 1}`,
      type: groupType(group, spans, input),
      name,
      aliases: listAliases(group, name, spans, words),
      mentions: group.mentions.map(({ mention }) => `m${mention + 1}`),
      roles: rolesOf(group, spans, input, spanAt, blocks),
      together: together[number]!.map((t) => ({ entity: `e${t.entity + 1}`, sentences: t.sentences })),
      corrected: false,
    };
  });
  linkGroups(entities);
  return { mentions, entities };
}

function entitiesBySentence(
  spans: readonly NameSpan[],
  entityOf: Int32Array,
  { document }: TaggerInput,
): Iterable<Set<number>> {
  const sentences = new Map<number, Set<number>>();
  for (const [i, span] of spans.entries()) {
    const sentence = document.words[span.first]!.sentence;
    const set = sentences.get(sentence);
    if (set) set.add(entityOf[i]!);
    else sentences.set(sentence, new Set([entityOf[i]!]));
  }
  return sentences.values();
}

/** The type most of its mentions have; the first of equals. */
function groupType(group: Group, spans: readonly NameSpan[], input: TaggerInput): EntityType {
  const counts = new Map<EntityType, number>();
  for (const { mention } of group.mentions) {
    const type = mentionType(spans[mention]!, input);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

/** Roles given to the entity, each wording once, where it stands first. */
function rolesOf(
  group: Group,
  spans: readonly NameSpan[],
  input: TaggerInput,
  spanAt: (first: number, end: number) => TextSpan,
  blocks: readonly ParsedBlock[],
): Entity['roles'] {
  const roles = new Map<string, Entity['roles'][number]>();
  for (const { mention } of group.mentions) {
    const role = roleOf(spans[mention]!, input);
    if (!role) continue;
    const span = spanAt(role.first, role.end);
    const text = blocks[input.document.words[role.first]!.block]!.parsed.text.slice(
      span.start,
      span.end,
    ).replace(/\s+/g, ' ');
    if (!roles.has(text.toLowerCase())) roles.set(text.toLowerCase(), { text, span });
  }
  return [...roles.values()];
}

/** Links a people to its place, where the text names the place too. */
function linkGroups(entities: Entity[]): void {
  const byPlace = new Map<string, string>();
  for (const entity of entities) {
    if (entity.type !== 'place' && entity.type !== 'organisation') continue;
    for (const name of [entity.name, ...entity.aliases.map((alias) => alias.name)]) {
      const key = nameKey(name);
      byPlace.set(key, entity.id);
      for (const row of countriesNamed(key)) byPlace.set(nameKey(countryName(row)), entity.id);
    }
  }
  for (const entity of entities) {
    if (entity.type !== 'group') continue;
    const place = placeOfDemonym(nameKey(entity.name));
    const id = place && byPlace.get(nameKey(place));
    if (id) entity.place = id;
  }
}
