import type { AttributeRule, TokenSpec } from '../model-file';

/** What the rules look at; values from before any rule was applied. */
export interface RuleInput {
  tag: string;
  dep: string;
  lower: string;
  isSpace: boolean;
}

export interface Attributes {
  tag: string;
  dep: string;
  pos: string;
  morph: string;
  /** Null while no rule set one. */
  lemma: string | null;
}

interface CompiledRule {
  /** Rules apply in the order of their numbers; later ones override. */
  order: number;
  specs: TokenSpec[];
  attrs: Record<string, string>;
  index: number;
}

/** A tag and two labels with few words: the same combinations come again and again. */
const MOST_CACHED = 50_000;

/** The model's attribute rules: coarse part of speech and features from tag, word and dependency. */
export class AttributeRuler {
  private readonly single: CompiledRule[];
  private readonly phrases: CompiledRule[];
  private readonly cache = new Map<string, CompiledRule[]>();
  private readonly patterns = new Map<string, RegExp>();

  constructor(rules: readonly AttributeRule[]) {
    const compiled = rules.flatMap(({ patterns, attrs, index }, order) =>
      patterns.map((specs) => ({ order, specs, attrs: readAttributes(attrs), index })),
    );
    for (const rule of compiled) rule.specs.forEach(checkSpec);
    this.single = compiled.filter(({ specs }) => specs.length === 1);
    this.phrases = compiled.filter(({ specs }) => specs.length > 1);
  }

  /** @param tokens of one text */
  apply(tokens: readonly RuleInput[]): Attributes[] {
    if (this.cache.size > MOST_CACHED) this.cache.clear();
    const phrases = this.phraseMatches(tokens);
    return tokens.map((token, i) => {
      const rules = this.singleMatches(token);
      const more = phrases.get(i);
      return applied(token, more ? [...rules, ...more].sort((a, b) => a.order - b.order) : rules);
    });
  }

  private singleMatches(token: RuleInput): CompiledRule[] {
    const key = `${token.tag} ${token.dep} ${token.isSpace} ${token.lower}`;
    const known = this.cache.get(key);
    if (known) return known;
    const matching = this.single.filter(({ specs }) => this.fits(specs[0]!, token));
    this.cache.set(key, matching);
    return matching;
  }

  /** Rules over several tokens, by the token they change. */
  private phraseMatches(tokens: readonly RuleInput[]): Map<number, CompiledRule[]> {
    const matches = new Map<number, CompiledRule[]>();
    for (let first = 0; first < tokens.length; first += 1) {
      for (const rule of this.phrases) {
        if (!this.fits(rule.specs[0]!, tokens[first]!)) continue;
        if (!rule.specs.every((spec, i) => first + i < tokens.length && this.fits(spec, tokens[first + i]!)))
          continue;
        const target = first + rule.index;
        matches.set(target, [...(matches.get(target) ?? []), rule]);
      }
    }
    return matches;
  }

  private fits(spec: TokenSpec, token: RuleInput): boolean {
    for (const key in spec) {
      const wanted = spec[key]!;
      if (key === 'IS_SPACE') {
        if (wanted !== token.isSpace) return false;
      } else {
        const value = key === 'TAG' ? token.tag : key === 'DEP' ? token.dep : token.lower;
        if (typeof wanted === 'string' ? wanted !== value : !this.fitsSet(wanted as object, value))
          return false;
      }
    }
    return true;
  }

  private fitsSet(wanted: { IN?: string[]; NOT_IN?: string[]; REGEX?: string }, value: string): boolean {
    if (wanted.IN) return wanted.IN.includes(value);
    if (wanted.NOT_IN) return !wanted.NOT_IN.includes(value);
    const source = wanted.REGEX ?? '';
    const pattern = this.patterns.get(source) ?? new RegExp(source, 'u');
    this.patterns.set(source, pattern);
    return pattern.test(value);
  }
}

function checkSpec(spec: TokenSpec): void {
  for (const [key, wanted] of Object.entries(spec)) {
    const known =
      key === 'IS_SPACE'
        ? typeof wanted === 'boolean'
        : ['TAG', 'DEP', 'LOWER'].includes(key) &&
          (typeof wanted === 'string' || /^(?:IN|NOT_IN|REGEX)$/.test(Object.keys(wanted).join()));
    if (!known)
      throw new Error(`The attribute rules use ${key}: ${JSON.stringify(wanted)}, which is not known.`);
  }
}

/** "_" is the empty set of features; others are kept in the order of their names. */
function readAttributes(attrs: Record<string, string>): Record<string, string> {
  const morph = attrs.MORPH;
  if (morph === undefined) return attrs;
  const features = morph === '_' ? [] : morph.split('|');
  return { ...attrs, MORPH: features.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|') };
}

function applied(token: RuleInput, rules: readonly CompiledRule[]): Attributes {
  const result: Attributes = { tag: token.tag, dep: token.dep, pos: '', morph: '', lemma: null };
  for (const { attrs } of rules) {
    if (attrs.TAG !== undefined) result.tag = attrs.TAG;
    if (attrs.DEP !== undefined) result.dep = attrs.DEP;
    if (attrs.POS !== undefined) result.pos = attrs.POS;
    if (attrs.MORPH !== undefined) result.morph = attrs.MORPH;
    if (attrs.LEMMA !== undefined) result.lemma = attrs.LEMMA;
  }
  return result;
}
