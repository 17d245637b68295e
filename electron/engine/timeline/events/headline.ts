import type { Token, TokenRange } from '../../language/document';
import { isVerb } from '../tense';
import { type Subject, subjectOf } from './clause';
import type { EventHead } from './locate';
import { childrenWith, subtree, type Tree } from './tree';

/** Characters a headline may have. */
export const HEADLINE_LIMIT = 110;
/** Characters up to which phrases are added that it can do without. */
const ROOMY = 90;

const SUBJECTS = new Set(['nsubj', 'nsubjpass']);
const VERB_WORDS = new Set(['aux', 'auxpass', 'neg', 'prt']);
const OBJECTS = new Set(['dobj', 'attr', 'acomp', 'oprd', 'dative', 'xcomp']);
const PHRASES = new Set(['prep', 'agent', 'ccomp', 'advcl']);
/** Inside a noun phrase, what a headline can do without. */
const ASIDES = new Set(['relcl', 'appos', 'advcl', 'parataxis', 'cc', 'preconj', 'punct']);

/** Indexes of tokens to show, in text order. */
type Pick = number[];

function isAside(token: Token): boolean {
  return (
    ASIDES.has(token.dep) &&
    !(token.dep === 'punct' && /^[-/'’‐–]$|^["“”]$/.test(token.text)) &&
    token.dep !== 'cc'
  );
}

function shortPhrase(tree: Tree, root: number): Pick {
  return subtree(tree, root, (token) => isAside(token) || token.dep === 'acl' || token.dep === 'prep');
}

function fullPhrase(tree: Tree, root: number): Pick {
  return subtree(
    tree,
    root,
    (token) => token.dep === 'relcl' || token.dep === 'appos' || token.dep === 'parataxis',
  );
}

/** A comma, dash or bracket means nothing once the words beside it are left out. */
function isStranded(tree: Tree, picked: ReadonlySet<number>, index: number): boolean {
  const token = tree.tokens[index];
  if (!token || !/^[,;:()[\]–—-]+$/.test(token.text)) return false;
  return !picked.has(index - 1) || !picked.has(index + 1);
}

/** Text of picked tokens: neighbours keep the article's own spacing, gaps become one blank. */
export function renderTokens(
  tree: Tree,
  picked: Pick,
  replaced: ReadonlyMap<number, string> = new Map(),
): string {
  const all = new Set(picked);
  let text = '';
  let previous = -1;
  for (const index of picked) {
    const token = tree.tokens[index];
    if (!token || isStranded(tree, all, index)) continue;
    const adjacent = previous === index - 1;
    const closing = /^['’]|^[,.;:%)]/.test(token.text);
    const space = text === '' || (adjacent ? !tree.tokens[previous]?.spaceAfter : closing) ? '' : ' ';
    text += space + (replaced.get(index) ?? token.text).replace(/\s+/g, ' ');
    previous = index;
  }
  return text.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '').trim();
}

/** Adds phrases to a headline in order of worth, as long as it stays short. */
class HeadlineWords {
  private picked = new Set<number>();

  constructor(
    private readonly tree: Tree,
    private readonly replaced: ReadonlyMap<number, string>,
    private readonly hidden: TokenRange,
  ) {}

  /** Adds the first of the choices that fits; returns whether one did. Nothing is added once the text is long. */
  add(...choices: Pick[]): boolean {
    if (this.text().length > ROOMY) return false;
    for (const choice of choices) {
      const all = new Set([...this.picked, ...choice.filter((index) => !this.isHidden(index))]);
      if (this.render(all).length > HEADLINE_LIMIT) continue;
      this.picked = all;
      return true;
    }
    return false;
  }

  text(): string {
    return this.render(this.picked);
  }

  private isHidden(index: number): boolean {
    return index >= this.hidden.first && index < this.hidden.end;
  }

  private render(picked: ReadonlySet<number>): string {
    return renderTokens(
      this.tree,
      [...picked].sort((a, b) => a - b),
      this.replaced,
    );
  }
}

/** Tokens of the time expression with the preposition before it, which the date beside the headline makes needless. */
function hiddenTime(tree: Tree, time: TokenRange): TokenRange {
  const before = tree.tokens[time.first - 1];
  const hasPreposition =
    before && before.pos === 'ADP' && /^(?:on|in|at|during|by|since|from|until)$/i.test(before.text);
  return hasPreposition ? { first: time.first - 1, end: time.end } : time;
}

function verbHeadline(tree: Tree, verb: number, subject: Subject | null, words: HeadlineWords): void {
  words.add([verb]);
  words.add(childrenWith(tree, verb, VERB_WORDS));
  const doubled = childrenWith(tree, verb, SUBJECTS).filter(
    (other) => other !== subject?.token && other < verb,
  );
  if (subject && !subject.borrowed)
    words.add(fullPhrase(tree, subject.token), shortPhrase(tree, subject.token), [subject.token]);
  for (const other of doubled) words.add(fullPhrase(tree, other));
  for (const object of childrenWith(tree, verb, OBJECTS)) {
    const whole = isVerb(tree.tokens[object])
      ? words.add(withoutAsides(tree, object), shortPhrase(tree, object))
      : addPhrase(tree, object, words);
    if (!whole) return;
  }
  for (const phrase of childrenWith(tree, verb, PHRASES)) {
    const token = tree.tokens[phrase];
    if ((token?.dep === 'ccomp' && phrase < verb) || (token?.dep === 'advcl' && !isPurpose(tree, phrase)))
      continue;
    const whole = token?.dep === 'ccomp' ? subtree(tree, phrase) : fullPhrase(tree, phrase);
    if (!words.add(whole, withoutAsides(tree, phrase), core(tree, phrase))) break;
  }
}

/** A prepositional or infinitive phrase without what hangs on its own noun: "with the Russian military". */
function core(tree: Tree, root: number): Pick {
  const nested = (token: Token): boolean => token.dep === 'prep' || isAside(token) || token.dep === 'acl';
  return subtree(tree, root, nested);
}

function withoutAsides(tree: Tree, root: number): Pick {
  return subtree(tree, root, (token) => token.dep === 'advcl' || token.dep === 'relcl');
}

/** "would visit Moscow to discuss Syria": the purpose belongs to what is told. */
function isPurpose(tree: Tree, verb: number): boolean {
  return childrenWith(tree, verb, VERB_WORDS).some((child) => tree.tokens[child]?.tag === 'TO');
}

/** A noun phrase: whole if it fits, else its core and as many phrases behind it as fit. Returns whether all of it did. */
function addPhrase(tree: Tree, root: number, words: HeadlineWords): boolean {
  if (words.add(fullPhrase(tree, root))) return true;
  words.add(shortPhrase(tree, root), [root]);
  for (const phrase of childrenWith(tree, root, PHRASES)) {
    if (phrase > root && !words.add(fullPhrase(tree, phrase), core(tree, phrase))) break;
  }
  return false;
}

/**
 * A short headline in the article's own words: subject, verb, object, then as many prepositional phrases as fit.
 * @param names words to show instead of a pronoun token, where it is certain whom it means
 */
export function headlineOf(
  tree: Tree,
  head: EventHead,
  time: TokenRange | null,
  names: ReadonlyMap<number, string>,
): string {
  const hidden = time && head.kind === 'verb' ? hiddenTime(tree, time) : { first: 0, end: 0 };
  const words = new HeadlineWords(tree, names, hidden);
  if (head.kind === 'noun') {
    words.add(fullPhrase(tree, head.token), shortPhrase(tree, head.token), [head.token]);
    return capitalised(words.text());
  }
  const subject = subjectOf(tree, head.token);
  verbHeadline(tree, head.token, subject, words);
  const borrowed = subject?.borrowed ? borrowedName(tree, subject.token, names) : '';
  const text = words.text();
  const joined =
    borrowed && borrowed.length + text.length < HEADLINE_LIMIT
      ? `${borrowed} ${withoutRelative(text)}`
      : text;
  return capitalised(withoutRelative(joined));
}

function borrowedName(tree: Tree, token: number, names: ReadonlyMap<number, string>): string {
  const name = names.get(token);
  return name ?? renderTokens(tree, shortPhrase(tree, token));
}

function withoutRelative(text: string): string {
  return text.replace(/^(?:(?:with|to|for|from|in|by|of)\s+)?(?:who|whom|which|that)\s+/i, '');
}

function capitalised(text: string): string {
  const unquoted = /^["“”'‘]/.test(text) && !/["“”'’]$/.test(text) ? text.slice(1) : text;
  return unquoted.charAt(0).toUpperCase() + unquoted.slice(1);
}
