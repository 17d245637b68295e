import type { BlockId } from '../../../contract';
import type { EntityResult } from '../../stages';
import type { FoundStatement } from '../statements/view';
import { type BlockView, sentenceAt } from '../statements/view';
import { canMean, mayDescribe } from './compatible';
import { type Choice, candidateFeatures, noneFeatures, type Referent } from './features';
import { type Item, listItems } from './items';
import { type Profile, profileOf } from './profiles';
import { probabilities, type RankerClass, SHIPPED_WEIGHTS, type Weights } from './ranker';

/** One question: what does this item mean? Rows are the candidates' features, the last those of none. */
export interface Question {
  item: Item;
  ranker: RankerClass;
  candidates: readonly Referent[];
  rows: number[][];
}

/** Index of the candidate that is meant, the number of candidates for none, with how sure that is. */
export type Answer = { chosen: number; confidence: number };

/** An item tied to an entity. */
export interface Tie {
  item: Item;
  ranker: RankerClass;
  entity: number;
  confidence: number;
}

/** How far back candidates are looked for, in items and in sentences. */
const REACH_ITEMS = 80;
const REACH_SENTENCES = 12;
/** A noun phrase without a name is forgotten after so many sentences. */
const REACH_UNNAMED = 4;
const MOST_CANDIDATES = 12;
/** How sure a tie is that the grammar leaves no choice about: the only person who fits, named so few sentences back. */
const ONLY_ONE = 0.9;
const NEAR = 3;
const MOST_CLIMBS = 6;
/** Entities spoken of most often are candidates wherever they were spoken of last. */
const MOST_FREQUENT = 3;

/** @returns the answer of the ranker with the given weights */
export function answerWith(weights: Weights): (question: Question) => Answer {
  return ({ ranker, rows }) => {
    const all = probabilities(weights[ranker], rows);
    let chosen = all.length - 1;
    for (const [index, value] of all.entries()) if (value > all[chosen]!) chosen = index;
    return { chosen, confidence: all[chosen]! };
  };
}

export interface ReferenceContext {
  titleBlock: BlockId | null;
}

/** Walks the article in reading order and ties third person pronouns and descriptions to what they mean. */
export class Resolver {
  readonly items: Item[];
  readonly profiles: Profile[];
  /** For each item so far the referent it speaks of. */
  readonly #spoken: Referent[] = [];
  readonly #ofEntity = new Map<number, Referent>();

  constructor(
    readonly views: readonly BlockView[],
    ids: readonly BlockId[],
    readonly entities: EntityResult,
    readonly statements: readonly FoundStatement[],
    readonly context: ReferenceContext,
  ) {
    this.items = listItems(views, entities, statements, ids);
    const names = entities.entities.map((): Item[] => []);
    for (const item of this.items) if (item.kind === 'name') names[item.entity]!.push(item);
    this.profiles = entities.entities.map((entity, index) => profileOf(entity, names[index]!, views));
    this.#title = ids.indexOf(context.titleBlock ?? '');
  }

  readonly #title: number;

  /** Asks `answer` for each item in turn; ties of named entities, in reading order. */
  resolve(answer: (question: Question) => Answer = answerWith(SHIPPED_WEIGHTS)): Tie[] {
    const ties: Tie[] = [];
    for (const [number, item] of this.items.entries()) {
      const ranker = rankerOf(item);
      const question = ranker ? this.#ask(item, number, ranker) : null;
      if (!question) {
        this.#speak(item, number, this.#ownReferent(item));
        continue;
      }
      const certain = this.#isOnlyOne(question) ? 0 : this.#describedOne(question);
      const { chosen, confidence } =
        certain >= 0 ? { chosen: certain, confidence: ONLY_ONE } : answer(question);
      const referent = question.candidates[chosen];
      // A tie is no surer than those it leans on.
      const sure = referent
        ? Math.min(confidence, referent.sureness, this.#surenessBefore(item, number, referent))
        : 0;
      this.#sure[number] = sure;
      this.#speak(item, number, referent ?? this.#ownReferent(item), sure);
      if (referent && referent.entity >= 0)
        ties.push({ item, ranker: question.ranker, entity: referent.entity, confidence: sure });
    }
    return ties;
  }

  /** One person alone may be meant, is named near by, and is known to be of the pronoun's gender. */
  #isOnlyOne({ item, candidates: [only, other] }: Question): boolean {
    const gender = item.pronoun === 'he' ? 'male' : item.pronoun === 'she' ? 'female' : null;
    return (
      gender !== null &&
      only !== undefined &&
      other === undefined &&
      only.profile?.gender === gender &&
      item.sentence - only.last.sentence <= NEAR
    );
  }

  /** "Netanyahu, whose office announced that he would come": whom the clause around the pronoun's own describes. */
  #describedOne({ item, candidates }: Question): number {
    if (item.pronoun !== 'he' && item.pronoun !== 'she') return -1;
    const { tokens } = this.views[item.block]!;
    let at = item.verb;
    for (let climbs = 0; climbs < MOST_CLIMBS && at >= 0 && tokens[at]!.head !== at; climbs++) {
      const { dep, head } = tokens[at]!;
      if (dep === 'relcl' && at === item.verb) return -1;
      if (dep === 'relcl') {
        return candidates.findIndex(
          ({ last, entity }) =>
            entity >= 0 && last.block === item.block && last.first <= head && head < last.end,
        );
      }
      at = head;
    }
    return -1;
  }

  /**
   * In "He said X had told him" the second pronoun is no surer than the first, unless what it means is named between
   * them.
   */
  #surenessBefore(item: Item, number: number, referent: Referent): number {
    for (let back = number - 1; back > referent.lastNumber || this.items[back]?.kind === 'pronoun'; back--) {
      const before = this.items[back];
      if (!before || before.sentence !== item.sentence || before.block !== item.block) break;
      if (before.pronoun === item.pronoun && before.kind === 'pronoun') return this.#sure[back] ?? 0;
      if (before.kind === 'name' && before.entity === referent.entity) break;
    }
    return 1;
  }

  /** For each pronoun so far how sure it was tied; 0 where it was left open. */
  readonly #sure: number[] = [];

  #ask(item: Item, number: number, ranker: RankerClass): Question | null {
    const candidates = this.#candidates(item, number).filter((referent) => canMean(item, referent));
    if (candidates.length === 0) return null;
    const ranked = [...candidates].sort((a, b) => b.count - a.count);
    const choice: Choice = {
      item,
      number,
      view: this.views[item.block]!,
      candidates,
      countRanks: candidates.map((candidate) => ranked.indexOf(candidate)),
      speaker: this.#speakerOf(item),
      spokeLast: this.#spokeLast(item),
    };
    const inName = candidates.some(({ profile }) => profile?.words.has(item.lemma));
    const rows = candidates.map((_, index) => candidateFeatures(choice, index));
    rows.push(noneFeatures(choice, inName));
    return { item, ranker, candidates, rows };
  }

  /** What was spoken of lately, nearest first, then what is spoken of most. */
  #candidates(item: Item, number: number): Referent[] {
    const found = new Set<Referent>();
    for (
      let back = number - 1;
      back >= 0 && back >= number - REACH_ITEMS && found.size < MOST_CANDIDATES;
      back--
    ) {
      const before = this.items[back]!;
      if (before.sentence < item.sentence - REACH_SENTENCES) break;
      const referent = this.#spoken[back];
      if (!referent || (referent.entity < 0 && before.sentence < item.sentence - REACH_UNNAMED)) continue;
      if (canMean(item, referent)) found.add(referent);
    }
    for (const referent of this.#mostSpokenOf(item)) found.add(referent);
    return [...found];
  }

  #mostSpokenOf(item: Item): Referent[] {
    const best: Referent[] = [];
    for (const referent of this.#ofEntity.values()) {
      const least = best.at(-1);
      if (best.length === MOST_FREQUENT && least && referent.count <= least.count) continue;
      if (!canMean(item, referent)) continue;
      best.push(referent);
      best.sort((a, b) => b.count - a.count);
      best.length = Math.min(best.length, MOST_FREQUENT);
    }
    return best;
  }

  /** The referent of an item that nothing before it means: its entity's, or a new one. */
  #ownReferent(item: Item): Referent | null {
    if (item.kind === 'pronoun') return null;
    const known = item.entity >= 0 ? this.#ofEntity.get(item.entity) : undefined;
    if (known) return known;
    const profile = item.entity >= 0 ? this.profiles[item.entity]! : null;
    const referent: Referent = {
      entity: item.entity,
      profile,
      last: item,
      lastNumber: 0,
      count: 0,
      pronouns: new Set(),
      sureness: 1,
      inTitle: item.block === this.#title,
    };
    if (item.entity >= 0) this.#ofEntity.set(item.entity, referent);
    return referent;
  }

  #speak(item: Item, number: number, referent: Referent | null, sure = 1): void {
    if (!referent) return;
    this.#spoken[number] = referent;
    referent.last = item;
    referent.lastNumber = number;
    referent.count++;
    referent.sureness = sure;
    if (item.pronoun) referent.pronouns.add(item.pronoun);
  }

  /** The referent named by the words for the speaker of the statement that holds the item. */
  #speakerOf(item: Item): Referent | null {
    const statement = this.statements[item.statement];
    if (!statement?.speaker) return null;
    const entity = this.entityAt(
      statement.block,
      statement.speaker.first,
      statement.speaker.end,
      statement.speakerHead!,
    );
    return entity < 0 ? null : (this.#ofEntity.get(entity) ?? null);
  }

  #nextStatement = 0;
  #lastSpeaker: Referent | null = null;

  /** Who is named as the speaker of the last statement told before the item's sentence. */
  #spokeLast(item: Item): Referent | null {
    const { block } = item;
    const sentenceStart = sentenceAt(this.views[block]!, item.head).first;
    for (; this.#nextStatement < this.statements.length; this.#nextStatement++) {
      const { block: at, speaker, speakerHead } = this.statements[this.#nextStatement]!;
      if (at > block || (at === block && speaker && speaker.first >= sentenceStart)) break;
      const entity = speaker ? this.entityAt(at, speaker.first, speaker.end, speakerHead!) : -1;
      if (entity >= 0) this.#lastSpeaker = this.#ofEntity.get(entity) ?? this.#lastSpeaker;
    }
    return this.#lastSpeaker;
  }

  /** The entity whose name holds the head of the words [first, end); -1 for none. */
  entityAt(block: number, first: number, end: number, head: number): number {
    const items = this.#byBlock(block);
    for (const item of items) {
      if (item.first >= end) break;
      if (item.kind === 'name' && item.first <= head && head < item.end && item.end > first)
        return item.entity;
    }
    return -1;
  }

  readonly #blockItems = new Map<number, Item[]>();

  #byBlock(block: number): readonly Item[] {
    if (this.#blockItems.size === 0) {
      for (const item of this.items) {
        const list = this.#blockItems.get(item.block);
        if (list) list.push(item);
        else this.#blockItems.set(item.block, [item]);
      }
    }
    return this.#blockItems.get(block) ?? [];
  }
}

function rankerOf(item: Item): RankerClass | null {
  if (item.kind === 'noun') return item.entity < 0 && mayDescribe(item) ? 'noun' : null;
  if (item.kind !== 'pronoun') return null;
  return item.pronoun === 'he' || item.pronoun === 'she'
    ? 'he'
    : item.pronoun === 'it' || item.pronoun === 'they'
      ? item.pronoun
      : null;
}
