import type { Range } from '../../contract';
import { dayRange } from './day-range';
import { searchWords } from './fold';
import {
  DAY_FIELDS,
  type DayField,
  type Query,
  QueryError,
  TEXT_FIELDS,
  type TextField,
  type Words,
} from './query';
import { type Lexeme, lexemes } from './query-lexer';
import { checkedValue, isValueField } from './query-values';

/*
 * What can be searched for:
 *
 *   search  = either
 *   either  = all { "OR" all }
 *   all     = one { [ "AND" ] one }
 *   one     = ( "NOT" | "-" ) one | chain
 *   chain   = part { "NEAR" [ "/" number ] part }        words only; chained ones share the smallest distance
 *   part    = "(" either ")" | field ":" value | words
 *   value   = words | "(" either ")"                     of a text field: title author site entity tag note
 *           | days                                       of a day field: published told added opened
 *           | word                                       of a listed field: is has type format language
 *   words   = word [ "*" ] | quotation mark { word } quotation mark [ "*" ]
 *   days    = day [ ".." [ day ] ] | ".." day            a day is 2015, 2015-09 or 2015-09-16
 *
 * AND, OR, NOT and NEAR are operators in capitals only. AND binds closer than OR, NOT closer than AND.
 */

/**
 * Reads a search as a person types it. Null when it asks for nothing (empty, or marks only).
 * Throws `QueryError` with what is wrong and where.
 * @param typing the last word is still being typed: it stands for every word that begins with it.
 */
export function parseQuery(text: string, { typing = false } = {}): Query | null {
  const parser = new Parser(lexemes(text), text, typing);
  return parser.parse();
}

type Scope = TextField | null;

/** Brackets and NOTs inside each other, and parts in all; nobody types more, and SQLite takes no more. */
const DEEPEST = 40;
const MOST_PARTS = 200;

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly all: readonly Lexeme[],
    private readonly text: string,
    private readonly typing: boolean,
  ) {}

  parse(): Query | null {
    if (this.all.length === 0) return null;
    const tooMany = this.all[MOST_PARTS];
    if (tooMany) throw new QueryError('The search has too many parts.', tooMany);
    const query = this.either(null);
    const rest = this.all[this.at];
    if (rest) throw new QueryError('This bracket was never opened.', rest);
    return query;
  }

  private either(scope: Scope): Query | null {
    const parts = [this.every(scope)];
    for (let or = this.take('or'); or; or = this.take('or')) {
      this.expectMore(or, 'OR');
      parts.push(this.every(scope));
    }
    return joined('or', parts);
  }

  private every(scope: Scope): Query | null {
    const parts = [this.one(scope)];
    for (;;) {
      const and = this.take('and');
      if (and) this.expectMore(and, 'AND');
      const next = this.all[this.at];
      if (!next || next.kind === 'close' || next.kind === 'or') return joined('and', parts);
      parts.push(this.one(scope));
    }
  }

  private one(scope: Scope): Query | null {
    const not = this.take('not');
    if (!not) return this.chain(scope);
    this.expectMore(not, 'NOT');
    const part = this.inside(not, () => this.one(scope));
    return part && { kind: 'not', part };
  }

  private inside(outer: Lexeme, read: () => Query | null): Query | null {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new QueryError('Too many brackets inside each other.', outer);
    const query = read();
    this.depth -= 1;
    return query;
  }

  private chain(scope: Scope): Query | null {
    const first = this.part(scope);
    const terms: (Query | null)[] = [first];
    let distance = Number.POSITIVE_INFINITY;
    for (let near = this.take('near'); near; near = this.take('near')) {
      this.expectMore(near, 'NEAR');
      distance = Math.min(distance, near.kind === 'near' ? near.distance : distance);
      terms.push(this.part(scope));
      if (!terms.every((term) => term === null || term.kind === 'words')) {
        throw new QueryError('NEAR stands between words or phrases only.', near);
      }
    }
    const words = terms.filter((term) => term?.kind === 'words');
    const [only] = words;
    if (terms.length === 1 || words.length < 2) return terms.length === 1 ? first : (only ?? null);
    return { kind: 'near', terms: words.map(bare), distance, field: scope };
  }

  private part(scope: Scope): Query | null {
    const lexeme = this.all[this.at];
    if (!lexeme) throw new QueryError('Something is missing here.', this.endRange());
    this.at += 1;
    switch (lexeme.kind) {
      case 'open':
        return this.bracket(lexeme, scope);
      case 'field':
        return this.field(lexeme);
      case 'word':
      case 'phrase':
        return this.words(lexeme, scope);
      case 'close':
        throw new QueryError('Nothing stands before this bracket.', lexeme);
      default:
        throw new QueryError(`Nothing stands before ${this.text.slice(lexeme.start, lexeme.end)}.`, lexeme);
    }
  }

  private bracket(open: Lexeme, scope: Scope): Query | null {
    if (this.take('close')) return null;
    const inside = this.inside(open, () => this.either(scope));
    if (!this.take('close')) throw new QueryError('This bracket is never closed.', open);
    return inside;
  }

  private field(lexeme: Lexeme & { kind: 'field' }): Query | null {
    const { name } = lexeme;
    const value = this.all[this.at];
    if (!value || value.start > lexeme.end || !'word phrase open'.includes(value.kind)) {
      throw new QueryError(`What should ${name}: be? Put the value right behind the colon.`, lexeme);
    }
    if (isTextField(name)) return this.part(name);
    if (value.kind !== 'word' && value.kind !== 'phrase') {
      throw new QueryError(`${name}: takes one value, no brackets.`, value);
    }
    this.at += 1;
    if (isDayField(name)) return { kind: 'days', field: name, days: dayRange(value.text, value) };
    if (isValueField(name))
      return { kind: 'value', field: name, value: checkedValue(name, value.text, value) };
    throw new QueryError(
      `There is no field “${name}”. To search for the words, put them in quotation marks.`,
      lexeme,
    );
  }

  private words(lexeme: Lexeme & { kind: 'word' | 'phrase' }, scope: Scope): Query | null {
    const { words, prefix } = searchWords(lexeme.text);
    if (words.length === 0) return null;
    const unfinished = this.typing && lexeme.kind === 'word' && lexeme.end === this.text.length;
    // One letter of an alphabet begins too many words to be looked up at each key.
    const begins = lexeme.prefix || prefix || (unfinished && lexeme.text.length > 1);
    return { kind: 'words', words, prefix: begins, field: scope };
  }

  private take(kind: Lexeme['kind']): Lexeme | null {
    const lexeme = this.all[this.at];
    if (lexeme?.kind !== kind) return null;
    this.at += 1;
    return lexeme;
  }

  private expectMore(operator: Lexeme, name: string): void {
    const next = this.all[this.at];
    if (next && next.kind !== 'close' && next.kind !== 'or' && next.kind !== 'and') return;
    throw new QueryError(`Nothing stands behind ${name}.`, operator);
  }

  private endRange(): Range {
    return { start: this.text.length, end: this.text.length };
  }
}

function joined(kind: 'and' | 'or', parts: (Query | null)[]): Query | null {
  const given = parts.filter((part) => part !== null);
  return given.length > 1 ? { kind, parts: given } : (given[0] ?? null);
}

function bare({ words, prefix }: Words): Words {
  return { kind: 'words', words, prefix };
}

const isTextField = (name: string): name is TextField => TEXT_FIELDS.includes(name as TextField);
const isDayField = (name: string): name is DayField => DAY_FIELDS.includes(name as DayField);
