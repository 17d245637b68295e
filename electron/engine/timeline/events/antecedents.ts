import type { Entity, Mention } from '../../../contract';
import { isVerb } from '../tense';
import { type BlockMentions, mentionAt } from './pronouns';
import { childrenWith, sentenceOf, subtree, type Tree } from './tree';
import { renderTokens, wordAt } from './words';

const SUBJECTS = new Set(['nsubj', 'nsubjpass']);
const POINTS_BACK = /^(?:it|they|he|she)$/;

/**
 * What the subject pronoun of a clause means by the grammar of its own sentence: the subject of the clause it hangs on
 * ("Lexus said it will ..."), or else the named subject of the sentence before. Null where number or kind disagree.
 * Words to show in the pronoun's place.
 */
export function antecedentOf(tree: Tree, block: BlockMentions, verb: number, pronoun: number): string | null {
  const word = wordAt(tree, pronoun);
  if (!POINTS_BACK.test(word)) return null;
  const ahead = subjectAhead(tree, verb, pronoun);
  if (ahead !== null && agrees(tree, block, ahead, word)) return words(tree, block, ahead);
  const governing = governingSubject(tree, verb, pronoun);
  if (governing !== null) return agrees(tree, block, governing, word) ? words(tree, block, governing) : null;
  const sentence = sentenceOf(tree.parsed, pronoun);
  const earlier = subjectsBefore(tree, sentence.first, pronoun).filter((noun) =>
    agrees(tree, block, noun, word),
  );
  if (earlier.length === 1 && earlier[0] !== undefined) return words(tree, block, earlier[0]);
  if (earlier.length > 1) return null;
  if (sentence.first === 0) return null;
  const before = sentenceOf(tree.parsed, sentence.first - 1);
  for (let at = before.first; at < before.end; at++) {
    const token = tree.tokens[at];
    if (!token || !SUBJECTS.has(token.dep) || tree.tokens[token.head]?.dep !== 'ROOT') continue;
    return mentionAt(tree, block, at) && agrees(tree, block, at, word) ? words(tree, block, at) : null;
  }
  return null;
}

/** "Since it was founded in 2007, Lumo has grown": the subject of the main clause behind a clause in front of it. */
function subjectAhead(tree: Tree, verb: number, pronoun: number): number | null {
  const token = tree.tokens[verb];
  if (token?.dep !== 'advcl' || token.head < verb) return null;
  return (
    childrenWith(tree, token.head, SUBJECTS).find((subject) => subject > pronoun && subject > verb) ?? null
  );
}

/** The subject of the nearest clause above that has one before the pronoun. */
function governingSubject(tree: Tree, verb: number, pronoun: number): number | null {
  let at = verb;
  for (let climbs = 0; climbs < 8; climbs++) {
    const token = tree.tokens[at];
    if (!token || token.head === at) return null;
    if (token.dep === 'relcl')
      return childrenWith(tree, at, SUBJECTS).some((child) =>
        /^(?:who|which|that)$/.test(wordAt(tree, child)),
      )
        ? token.head
        : null;
    at = token.head;
    if (!isVerb(tree.tokens[at])) continue;
    const own = childrenWith(tree, at, SUBJECTS)
      .filter((subject) => subject < pronoun)
      .at(-1);
    if (own !== undefined) return own;
  }
  return null;
}

/** Nouns that are subjects between the start of the sentence and the pronoun. */
function subjectsBefore(tree: Tree, first: number, pronoun: number): number[] {
  const found: number[] = [];
  for (let at = first; at < pronoun; at++) {
    const token = tree.tokens[at];
    if (token && SUBJECTS.has(token.dep) && /^NN/.test(token.tag)) found.push(at);
  }
  return found;
}

function entityAt(tree: Tree, block: BlockMentions, token: number): Entity | undefined {
  const mention = mentionAt(tree, block, token);
  return mention ? block.entities.get(mention.entity) : undefined;
}

function agrees(tree: Tree, block: BlockMentions, noun: number, pronoun: string): boolean {
  const tag = tree.tokens[noun]?.tag ?? '';
  if (!/^NN/.test(tag)) return false;
  const type = entityAt(tree, block, noun)?.type;
  const joined = childrenWith(tree, noun, new Set(['conj'])).length > 0;
  if (pronoun === 'he' || pronoun === 'she') return type === 'person';
  if (pronoun === 'they') return joined || /S$/.test(tag) || type === 'organisation' || type === 'group';
  return !joined && !/S$/.test(tag) && type !== 'person' && type !== 'group';
}

/** "country makes it back": a lone common noun without an article says too little to stand for anything. */
function isBareWord(tree: Tree, noun: number, phrase: readonly number[]): boolean {
  return phrase.length === 1 && !tree.tokens[noun]?.tag.startsWith('NNP');
}

function words(tree: Tree, block: BlockMentions, noun: number): string | null {
  const mention: Mention | null = mentionAt(tree, block, noun);
  const name = mention && block.entities.get(mention.entity)?.name;
  if (name && childrenWith(tree, noun, new Set(['conj'])).length === 0) return name;
  const phrase = subtree(tree, noun, (token) => /^(?:relcl|appos|acl|parataxis|prep)$/.test(token.dep));
  const text = renderTokens(tree, phrase);
  const isName = tree.tokens[phrase[0] ?? -1]?.tag.startsWith('NNP') === true;
  if (text.length === 0 || text.length > 60 || isBareWord(tree, noun, phrase)) return null;
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
