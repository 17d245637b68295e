import type { ModelFile } from '../model-file';
import { isAlphabetic } from '../tokens/characters';

const MOST_CACHED = 50_000;
const NO_TABLE: readonly never[] = [];

/** Rule-based lemmas (spaCy, lemmatizer.py, mode "rule") with the exceptions and word lists of the model. */
export class Lemmatizer {
  private readonly cache = new Map<string, string>();
  private readonly words = new Map<string, Set<string>>();

  constructor(private readonly file: ModelFile) {}

  /** @param pos coarse part of speech @param morph "Number=Sing|..." */
  lemma(text: string, pos: string, morph: string): string {
    const key = `${pos} ${morph} ${text}`;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    if (this.cache.size > MOST_CACHED) this.cache.clear();
    const lemma = this.find(text, pos.toLowerCase(), morph);
    this.cache.set(key, lemma);
    return lemma;
  }

  private find(text: string, pos: string, morph: string): string {
    const lower = text.toLowerCase();
    if (pos === '' || pos === 'eol' || pos === 'space' || isBaseForm(pos, morph)) return lower;
    const { lemmaRules, lemmaExceptions } = this.file.tables;
    const rules = lemmaRules[pos];
    const exceptions = lemmaExceptions[pos];
    const words = this.wordsOf(pos);
    if (!rules && !exceptions && words.size === 0) return pos === 'propn' ? text : lower;
    const { forms, unknown } = applyRules(lower, rules ?? NO_TABLE, words);
    for (const form of (exceptions && Object.hasOwn(exceptions, lower) && exceptions[lower]) || NO_TABLE) {
      if (!forms.includes(form)) forms.unshift(form);
    }
    return forms[0] ?? unknown[0] ?? text;
  }

  /** The words of a part of speech; read when first asked for. */
  private wordsOf(pos: string): Set<string> {
    const known = this.words.get(pos);
    if (known) return known;
    const words = new Set(this.file.lines(`lemmas.${pos}`));
    this.words.set(pos, words);
    return words;
  }
}

function applyRules(lower: string, rules: readonly (readonly [string, string])[], words: Set<string>) {
  const forms: string[] = [];
  const unknown: string[] = [];
  for (const [ending, replacement] of rules) {
    if (!lower.endsWith(ending)) continue;
    const form = lower.slice(0, lower.length - ending.length) + replacement;
    if (form === '') continue;
    if (words.has(form)) forms.unshift(form);
    else if (isAlphabetic(form)) unknown.push(form);
    else forms.push(form);
  }
  return { forms: [...new Set(forms)], unknown };
}

/** The text is its own lemma already. */
function isBaseForm(pos: string, morph: string): boolean {
  if (morph === '') return false;
  const features = morph.split('|');
  const has = (feature: string): boolean => features.includes(feature);
  if (pos === 'noun' && has('Number=Sing')) return true;
  if (pos === 'verb' && has('VerbForm=Fin') && has('Tense=Pres') && !morph.includes('Number=')) return true;
  return has('VerbForm=Inf') || has('VerbForm=None') || has('Degree=Pos');
}
