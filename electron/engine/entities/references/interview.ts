import type { BlockView } from '../statements/view';
import type { Item } from './items';
import type { Resolver } from './resolve';

/** Words that announce an interview. */
const ANNOUNCES =
  /\b(?:interview(?:s|ed|ee|ing)?|q\s?&\s?a|(?:spoke|speaks|spoken|talked|talks|chatted|chats|sat down|caught up) (?:to|with)|tells|answers)\b/i;
const FEWEST_QUESTIONS = 2;
const FEWEST_ANSWERS = 2;
/** The announcement stands among the first blocks, with the name of who is interviewed. */
const OPENING_BLOCKS = 8;
/** How many times more often than anybody else named there the interviewed person is named. */
const CLEARLY_MORE = 2;

/** An interview printed as questions and answers without names before them. */
export interface Interview {
  /** Index of the entity who answers. */
  answers: number;
  /** Whether the block at an index is a question. */
  isQuestion(block: number): boolean;
}

/**
 * Tells whether the article is an interview with one person, and whom. Only where it is announced, its opening names
 * the person, and questions alternate with answers in the first person; null otherwise.
 */
export function interviewOf({ items, views, profiles }: Resolver): Interview | null {
  const questions = new Set(views.filter(isQuestion).map(({ index }) => index));
  const spoken = items.filter((item) => item.quotation < 0);
  const asks = new Set(
    spoken.filter((item) => item.pronoun === 'second' && questions.has(item.block)).map(({ block }) => block),
  );
  const answers = new Set(
    spoken.filter((item) => item.pronoun === 'first' && !questions.has(item.block)).map(({ block }) => block),
  );
  if (asks.size < FEWEST_QUESTIONS || answers.size < FEWEST_ANSWERS) return null;
  const announced = announcedIn(views, questions);
  if (announced.length === 0) return null;
  const entity = interviewed(
    items,
    [...announced, { block: 0, first: 0, end: views[0]!.tokens.length }],
    (index) => profiles[index]!.type === 'person',
  );
  return entity < 0 ? null : { answers: entity, isQuestion: (block) => questions.has(block) };
}

/** The sentences of the opening that announce an interview, as block and range of tokens. */
function announcedIn(
  views: readonly BlockView[],
  questions: ReadonlySet<number>,
): { block: number; first: number; end: number }[] {
  return views.slice(0, OPENING_BLOCKS).flatMap((view) => {
    if (questions.has(view.index)) return [];
    return view.parsed.sentences.flatMap(({ first, end }) => {
      const text = view.text.slice(view.tokens[first]!.start, view.tokens[end - 1]!.end);
      return ANNOUNCES.test(text) ? [{ block: view.index, first, end }] : [];
    });
  });
}

const isQuestion = ({ text }: BlockView): boolean => /\?["”’]?\s*$/.test(text);

/** The person named where the interview is announced, and clearly most often of those; -1 when nobody stands out. */
function interviewed(
  items: readonly Item[],
  announced: readonly { block: number; first: number; end: number }[],
  isPerson: (entity: number) => boolean,
): number {
  const counts = new Map<number, number>();
  const named = new Set<number>();
  for (const { kind, entity, block, first } of items) {
    if (kind !== 'name' || !isPerson(entity)) continue;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
    if (
      announced.some(
        (sentence) => sentence.block === block && sentence.first <= first && first < sentence.end,
      )
    )
      named.add(entity);
  }
  if (areTwo(items, named)) return -1;
  const [most, next] = [...named].sort((a, b) => counts.get(b)! - counts.get(a)!);
  if (most === undefined) return -1;
  return next === undefined || counts.get(most)! >= CLEARLY_MORE * counts.get(next)! ? most : -1;
}

/** "interviews Mario Lucero and Isabel Ruiz": two answer, and nothing tells which. */
function areTwo(items: readonly Item[], named: ReadonlySet<number>): boolean {
  return items.some((item, index) => {
    const before = items[index - 1];
    return (
      before?.kind === 'name' &&
      item.kind === 'name' &&
      before.entity !== item.entity &&
      named.has(before.entity) &&
      named.has(item.entity) &&
      before.block === item.block &&
      item.first - before.end === 1 &&
      item.block < OPENING_BLOCKS
    );
  });
}
