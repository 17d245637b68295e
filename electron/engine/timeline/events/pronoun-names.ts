import type { Mention, TextSpan } from '../../../contract';
import type { TokenRange } from '../../language/document';
import { antecedentOf } from './antecedents';
import { mayBeCalled } from './genders';
import type { EventHead } from './locate';
import { type BlockMentions, carriedPerson, mentionAt, mentionsIn, pronounMention } from './pronouns';
import { childrenWith, type Tree } from './tree';
import { wordAt } from './words';

/** Whom a pronoun means: the mention it stands for; null when nobody can tell. */
export type PronounResolver = (pronoun: TextSpan) => Mention | null;

const OWNER = /^(?:his|her|its|their)$/;
const OBJECT = /^(?:him|her|it|them|his|its|their)$/;

/** The names that pronouns of one block stand for, as far as anything tells. */
export class PronounNames {
  constructor(
    private readonly block: string,
    private readonly tree: Tree,
    private readonly mentions: BlockMentions,
    private readonly resolve: PronounResolver | null,
  ) {}

  /** Whom a pronoun means: as the resolver says; without one the person it most likely carries on. */
  meant(token: number): Mention | null {
    if (!this.resolve) {
      const carried = carriedPerson(this.tree, this.mentions, token);
      return carried && this.agrees(token, carried) ? carried : null;
    }
    const { start = 0, end = 0 } = this.tree.tokens[token] ?? {};
    return this.resolve({ block: this.block, start, end });
  }

  fullName(mention: Mention): string {
    return this.mentions.entities.get(mention.entity)?.name ?? mention.text;
  }

  private agrees(pronoun: number, mention: Mention): boolean {
    return mayBeCalled(this.tree.tokens[pronoun]?.text ?? '', this.fullName(mention));
  }

  private isOwner(token: number): boolean {
    return OWNER.test(wordAt(this.tree, token)) && this.tree.tokens[token]?.tag === 'PRP$';
  }

  /** Words to show in place of the subject and of one pronoun behind it: "Ida Holm" for "she", "Ida Holm’s" for "her". */
  inClause(head: EventHead, subject: number, clause: TokenRange, sentence: TokenRange): Map<number, string> {
    const names = this.ofSubject(head, subject, sentence);
    const object = this.ofObject(subject, clause);
    return object ? names.set(object.token, object.name) : names;
  }

  private ofSubject(head: EventHead, subject: number, sentence: TokenRange): Map<number, string> {
    const isJoined = childrenWith(this.tree, subject, new Set(['conj'])).length > 0;
    if (isJoined) return new Map();
    const inSentence = pronounMention(this.tree, this.mentions, head, sentence.first)?.mention ?? null;
    const pronoun = inSentence && this.agrees(subject, inSentence) ? inSentence : this.meant(subject);
    const shown = pronoun
      ? this.fullName(pronoun)
      : antecedentOf(this.tree, this.mentions, head.token, subject);
    if (shown) return new Map([[subject, shown]]);
    const owner = childrenWith(this.tree, subject, new Set(['poss'])).find((child) => this.isOwner(child));
    const name = owner === undefined ? null : this.wordsFor(head, owner);
    return owner !== undefined && name !== null ? new Map([[owner, name]]) : new Map();
  }

  /** "Police arrested him": the first pronoun behind the subject whose name the clause does not hold. */
  private ofObject(subject: number, clause: TokenRange): { token: number; name: string } | null {
    if (!this.resolve) return null;
    const { start = 0 } = this.tree.tokens[clause.first] ?? {};
    const { end = 0 } = this.tree.tokens[clause.end - 1] ?? {};
    const named = new Set(mentionsIn(this.mentions, start, end).map(({ entity }) => entity));
    const own = mentionAt(this.tree, this.mentions, subject) ?? this.meant(subject);
    if (own) named.add(own.entity);
    for (let at = Math.max(clause.first, subject + 1); at < clause.end; at++) {
      if (!OBJECT.test(wordAt(this.tree, at))) continue;
      const mention = this.meant(at);
      if (!mention || named.has(mention.entity)) return null;
      return { token: at, name: `${this.fullName(mention)}${this.isOwner(at) ? '’s' : ''}` };
    }
    return null;
  }

  /** The name that a pronoun of the sentence means, with "’s" where it owns; null when nobody can tell. */
  wordsFor(head: EventHead, pronoun: number): string | null {
    const mention = this.meant(pronoun);
    const name = mention
      ? this.fullName(mention)
      : antecedentOf(this.tree, this.mentions, head.token, pronoun);
    return name === null ? null : this.isOwner(pronoun) ? `${name}’s` : name;
  }
}
