import type { Mention } from '../../contract';
import type { EntityResult, ParsedBlock } from '../stages';
import { KIND, markGazetteers } from './gazetteers';
import { countriesNamed } from './merge/known-names';
import { nameKey } from './name-key';
import { documentWords, type Word } from './words';

/** A name that stands inside a longer name: the "Texas" of "University of Texas". */
export interface InnerName {
  block: string;
  start: number;
  end: number;
  /** Id of the entity that has this name, or a new id, the same for the same name. */
  entity: string;
}

/**
 * Names inside the mentions' longer names, where the article names the inner one elsewhere or the tables of places
 * know it. They are no mentions, since the words mean the longer name; they tell what it is named after.
 */
export function namesWithin(result: EntityResult, blocks: readonly ParsedBlock[]): InnerName[] {
  const { words, blockStarts } = documentWords(blocks);
  const { begins, nameEnds } = markGazetteers(words);
  const entityOf = entitiesByName(result);
  const typeOf = new Map(result.entities.map(({ id, type }) => [id, type]));
  const number = new Map(blocks.map(({ id }, i) => [id, i]));
  const inner: InnerName[] = [];
  let next = 0;
  for (const mention of result.mentions) {
    const block = number.get(mention.span.block)!;
    next = Math.max(next, blockStarts[block]!);
    while (words[next]!.start < mention.span.start) next++;
    const first = next;
    while (next < blockStarts[block + 1]! && words[next]!.end <= mention.span.end) next++;
    if (typeOf.get(mention.entity) === 'person') continue;
    for (let i = first; i < next; ) i = addInner(i, first, next, mention);
  }
  return inner;

  function countryEntity(key: string): string | undefined {
    for (const row of countriesNamed(key)) {
      const id = entityOf.get(`country ${row}`);
      if (id) return id;
    }
    return undefined;
  }

  /** Adds the longest inner name that begins at word `i`; returns where to go on. */
  function addInner(i: number, first: number, end: number, mention: Mention): number {
    if (!words[i]!.lexeme.hasCapital) return i + 1;
    for (let last = end; last > i; last--) {
      if (i === first && last === end) continue;
      const key = nameKey(textOf(words, i, last));
      const inTables =
        nameEnds[i] === last ? begins[i]! & (KIND.country | KIND.place | KIND.organisation) : 0;
      const known = entityOf.get(key) ?? countryEntity(key);
      if ((known === undefined && inTables === 0) || known === mention.entity) continue;
      // A body's name ends in what it is ("Catholic Church"), which names no other body.
      const isHead =
        last === end && (known ? typeOf.get(known) === 'organisation' : inTables === KIND.organisation);
      if (isHead || (last === i + 1 && begins[i]! & KIND.organisationWord)) continue;
      const [from, to] = [words[i]!.start, words[last - 1]!.end];
      inner.push({ block: mention.span.block, start: from, end: to, entity: known ?? `inner ${key}` });
      return last;
    }
    return i + 1;
  }
}

const textOf = (words: readonly Word[], first: number, end: number): string =>
  words
    .slice(first, end)
    .map((word, i) => (i > 0 && (word.spaceBefore || word.lineStarts) ? ' ' : '') + word.lexeme.text)
    .join('');

/** The entity of each name that a mention or alias has; of two with one name, the first. */
function entitiesByName({ mentions, entities }: EntityResult): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { name, id } of entities) if (!byName.has(nameKey(name))) byName.set(nameKey(name), id);
  for (const { name, id } of entities) {
    for (const row of countriesNamed(nameKey(name))) byName.set(`country ${row}`, id);
  }
  for (const { text, entity } of mentions) if (!byName.has(nameKey(text))) byName.set(nameKey(text), entity);
  return byName;
}
