import type { ParsedText, Token } from '../../language/document';
import { sentenceOf } from '../../language/syntax-tree';
import { type Change, moveToNextClause, partJoinedClauses, type Range } from './repair-clauses';

const AT = /^(?:on|in|at|by|during|since|around|about)$/i;
const CLIMBS = 12;

/**
 * The parse with mistakes mended that the times show. Before a subject with no comma between, the parser takes a
 * date for a part of it ("On 9 April 1940 soldiers blew up the bridge", "In May plague broke out"); and a past tense
 * behind a subject for a participle ("A storm swept over the coast on Thursday and left two dead"). Nothing is mended
 * where the tree reads otherwise; the parse handed in is never changed.
 */
export function repaired(parsed: ParsedText, times: readonly Range[]): ParsedText {
  const tokens = [...parsed.tokens];
  let changed = false;
  const change = (index: number, values: Partial<Token>): void => {
    const token = tokens[index];
    if (!token) return;
    tokens[index] = { ...token, ...values };
    changed = true;
  };
  for (const time of times) {
    freeSubject(parsed, tokens, time, change);
    moveToNextClause(tokens, time, change);
  }
  for (const { first, end } of parsed.sentences) {
    mendParticiple(tokens, first, end, change);
    partJoinedClauses(tokens, first, end, change);
  }
  return changed ? { ...parsed, tokens } : parsed;
}

/** The date goes to its preposition, the noun behind it becomes the subject of the verb. */
function freeSubject(parsed: ParsedText, tokens: readonly Token[], time: Range, change: Change): void {
  const preposition = time.first - 1;
  const root = rootOutside(tokens, time);
  const noun = root === null ? -1 : (tokens[root]?.head ?? -1);
  const token = tokens[noun];
  if (root === null || noun < time.end || !token || !/^(?:NOUN|PROPN|PRON)$/.test(token.pos)) return;
  if (!AT.test(tokens[preposition]?.text ?? '') || !opensClause(parsed, tokens, preposition)) return;
  const verb = tokens[preposition]?.head ?? -1;
  const isVerb = /^(?:VERB|AUX)$/.test(tokens[verb]?.pos ?? '') && verb > noun;
  if (!isVerb) return;
  const isObject = token.dep === 'pobj' && token.head === preposition;
  const isSubject = /^nsubj/.test(token.dep) && token.head === verb;
  if (!isObject && !isSubject) return;
  if (isObject) {
    if (tokens.some((other) => /^nsubj/.test(other.dep) && other.head === verb)) return;
    const passive = tokens.some((other) => other.dep === 'auxpass' && other.head === verb);
    change(noun, { head: verb, dep: passive ? 'nsubjpass' : 'nsubj' });
  }
  for (let at = time.first; at < time.end; at++)
    if ((tokens[at]?.head ?? -1) >= time.end) change(at, { head: preposition, dep: 'pobj' });
}

/** The token of the time whose head lies behind it; null when there is none. */
function rootOutside(tokens: readonly Token[], time: Range): number | null {
  for (let at = time.end - 1; at >= time.first; at--) if ((tokens[at]?.head ?? -1) >= time.end) return at;
  return null;
}

function opensClause(parsed: ParsedText, tokens: readonly Token[], at: number): boolean {
  if (sentenceOf(parsed, at).first === at) return true;
  return /^(?:and|but|or|,|;|:|–|—|-|that)$/i.test(tokens[at - 1]?.text ?? '');
}

/** What no passive participle has: an object, a statement, or a past tense beside it. */
function isActive({ dep, tag }: Token): boolean {
  return dep === 'dobj' || dep === 'ccomp' || (dep === 'conj' && tag === 'VBD');
}

/** A noun as root with a participle behind it that is active: the participle is the main verb. */
function mendParticiple(tokens: readonly Token[], first: number, end: number, change: Change): void {
  for (let root = first; root < end; root++) {
    const noun = tokens[root];
    if (noun?.dep !== 'ROOT') continue;
    if (noun.pos !== 'NOUN' && noun.pos !== 'PROPN') return;
    for (let at = root + 1; at < Math.min(end, root + CLIMBS); at++) {
      const verb = tokens[at];
      if (verb?.dep !== 'acl' || verb.head !== root || verb.tag !== 'VBN') continue;
      const goesOn = tokens.slice(at, end).some((other) => other.head === at && isActive(other));
      if (!goesOn) return;
      change(at, { head: at, dep: 'ROOT', tag: 'VBD' });
      change(root, { head: at, dep: 'nsubj' });
      return;
    }
    return;
  }
}
