import { decodeHTML } from 'entities';
import type { Found } from '../../../contract';
import type { DraftBlock, MetadataCandidate } from '../../read/draft';
import { nameIn, withoutRole } from './person-name';
import { comparable, namesSite } from './title';

const BY =
  /^(?:(?:written|posted|published|story|words|text|article|guest post|report(?:ed|ing)?|author)\s*(?:by)?|by|von|par|por|di|door|av|af|przez|oleh|автор|author)\b[:\s]*/i;
/** A label alone: the name is the next block. */
const LABEL = /^(?:(?:written|posted|published|article|story|words)?\s*by|authors?|written|автор)\s*:?$/i;
const ROW =
  /^(?:(?:written|posted|published|article|story|words|text|reported) by|by|von|par|por|di|door|author:?|автор:?)\s+/i;
/** The same in scripts that put no space, or a mark of their own, between the word and the name. */
const FOREIGN_ROW = /^(?:بقلم\s*:?\s+|(?:作者|撰文|記者|记者)\s*[:：・]?\s*|(?:文|取材)\s*[:：・／]\s*)/u;
/** Pages that set the word and the name in elements of their own lose the space between. */
const TIGHT_ROW = /^(?:Written |Posted )?[Bb]y(?=\p{Lu}\p{Ll})/u;
/** A row that tells the day too: the name stands behind "by", or between the signs that part the row. */
const DATED = /\b(?:19|20)\d\d\b|\b\d+ min\b/;
const INNER_BY = /\bby:?\s+(?=\p{Lu})/iu;
const PARTS = /\s*[|•·⋅]\s*|\s[–—-]\s/;
/** What stands behind a name that stands alone under the headline. */
const AFTER_NAME =
  /\b(?:19|20)\d\d\b|\bmin(?:ute)?s?\b|updated|published|posted|reporter|editor|writer|contribut|correspondent|author/i;
const NAME_ALONE = /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|di|da|la)){1,3}$/u;
/** Names that stand in such rows are those of others. */
const OTHERS =
  /\b(?:reviewed|edited|checked|verified|photos?|photograph(?:y|s)?|illustrat\w+|translated|updated|last|sponsored|powered|presented)\b/i;
const LONGEST_ROW = 160;
const LONGEST = 200;
const NO_NAME =
  /^(?:admin|administrator|editor|editorial team|staff|staff writer|author|unknown|null|undefined|user|guest|webmaster|na|n\/a|about|follow|share|posted by|view more posts)$/i;
/** What a publishing system writes where it has no name: the way to a field of its own. */
const PLACEHOLDER = /^[\w-]+(?:\.[\w-]+){2,}$|[{}<>]/;
const HAS_LETTER = /\p{L}{2}/u;
/** Blocks around the headline in which a byline row stands. */
const BEFORE = 4;
const REACH = 16;
const FEWEST_PROSE_WORDS = 40;
const AUTHOR_NAMES = new Set(['author', 'authors', 'byline', 'bylines', 'contributor', 'writer']);
const OTHER_PLACES = new Set([
  'comment',
  'comments',
  'related',
  'sidebar',
  'footer',
  'respond',
  'recommended',
]);

/** A name that a page states of itself: without what it says of the person, null when it is no name. */
function stated(value: string): string | null {
  const name = withoutRole(decodeHTML(value).replace(/\s+/g, ' ').trim().replace(BY, ''));
  if (name.length > LONGEST || !HAS_LETTER.test(name) || NO_NAME.test(name) || PLACEHOLDER.test(name))
    return null;
  return name;
}

function isElsewhere({ evidence }: DraftBlock): boolean {
  return (
    evidence.hidden ||
    evidence.names.some((name) => OTHER_PLACES.has(name)) ||
    evidence.inside.some((name) => name === 'footer' || name === 'nav')
  );
}

/** The name in one line, when its words say that it is a byline. */
function nameInLine(line: string): string | null {
  if (OTHERS.test(line.slice(0, 24)) && !INNER_BY.test(line)) return null;
  const row = [ROW, TIGHT_ROW, FOREIGN_ROW].map((words) => words.exec(line)?.[0]).find(Boolean);
  if (row) return nameIn(line.slice(row.length));
  if (!DATED.test(line)) return null;
  const by = INNER_BY.exec(line);
  if (by) return nameIn(line.slice(by.index + by[0].length));
  const alone = line.split(PARTS).find((part) => NAME_ALONE.test(part.replace(/ in \p{Lu}.*$/u, '')));
  return alone ? nameIn(alone) : null;
}

/** The name in one block, when it is a byline by its words or by what stands beside it. */
function nameOf(blocks: readonly DraftBlock[], at: number): string | null {
  const one = blocks[at]!;
  const { text } = one.block;
  if (text.length > LONGEST_ROW || isElsewhere(one)) return null;
  for (const line of text.split('\n')) {
    if (LABEL.test(line.trim())) return nameIn(blocks[at + 1]?.block.text.split('\n', 1)[0] ?? '');
    const name = nameInLine(line);
    if (name) return name;
  }
  return null;
}

/** The name in a block that the page calls its author's. */
function calledName(one: DraftBlock): string | null {
  const { text } = one.block;
  if (text.length > LONGEST_ROW || isElsewhere(one) || OTHERS.test(text)) return null;
  const called = one.evidence.names.slice(0, 10).some((name) => AUTHOR_NAMES.has(name));
  return called ? nameIn(text.split('\n', 1)[0]!.replace(BY, '')) : null;
}

/** A name that stands alone under the headline, with a day, a reading time or a role behind it. */
function loneName(blocks: readonly DraftBlock[], at: number): string | null {
  const one = blocks[at]!;
  const { text } = one.block;
  if (!NAME_ALONE.test(text) || one.block.kind !== 'paragraph' || isElsewhere(one)) return null;
  const next = blocks.slice(at + 1, at + 3).map(({ block }) => block.text);
  return next.some((line) => line.length < 80 && AFTER_NAME.test(line)) ? nameIn(text) : null;
}

function found(blocks: readonly DraftBlock[], at: number, name: string | null): Found<string> | null {
  return name === null ? null : { value: name, source: 'text', words: blocks[at]!.block.text };
}

/** The name in the rows around the headline, before the text has begun. */
function nearTitle(blocks: readonly DraftBlock[], title: number): Found<string> | null {
  const start = Math.max(0, title - BEFORE);
  for (let at = start; at < Math.min(blocks.length, Math.max(0, title) + REACH); at++) {
    const name =
      nameOf(blocks, at) ??
      calledName(blocks[at]!) ??
      (title >= 0 && at > title && at <= title + 4 ? loneName(blocks, at) : null);
    if (name) return found(blocks, at, name);
    if (at > title && blocks[at]!.block.text.split(' ').length >= FEWEST_PROSE_WORDS) break;
  }
  return null;
}

/** The name in a row far from the headline: in a box about the author, mostly at the end. */
function anywhere(blocks: readonly DraftBlock[], title: number): Found<string> | null {
  for (let at = Math.max(0, title); at < blocks.length; at++) {
    const { text } = blocks[at]!.block;
    if (text.length > 100 || isElsewhere(blocks[at]!)) continue;
    const says = LABEL.test(text.trim()) || /^(?:written|posted|article|story) by\b|^author:/i.test(text);
    const name = says ? nameOf(blocks, at) : calledName(blocks[at]!);
    if (name?.includes(' ')) return found(blocks, at, name);
  }
  return null;
}

/** A row whose words say that it is a byline, with a first name and a surname. */
function saysSo({ value, words = '' }: Found<string>): boolean {
  return value.includes(' ') && [ROW, TIGHT_ROW, FOREIGN_ROW, INNER_BY].some((row) => row.test(words));
}

/** Names without the site's own among them ("Ann Bee, The Gazette"), unless it is the only one. */
function withoutSite(value: string, sites: readonly string[]): string {
  const parts = value.split(',').map((part) => part.trim());
  const others = parts.filter((part) => part !== '' && !sites.includes(comparable(part)));
  return others.length > 0 ? others.join(', ') : value;
}

/** What the source states of its author, best first. */
function statedBylines(bylines: readonly MetadataCandidate[], sites: readonly string[]): Found<string>[] {
  return bylines.flatMap(({ value, source, words }) => {
    const name = source === 'text' ? null : stated(withoutSite(value, sites));
    return name ? [{ value: name, source, ...(words !== undefined && { words }) }] : [];
  });
}

/**
 * Who wrote the article: what the source states of itself, else a row "By ..." near the headline. Where the source
 * states no more than the site's own name, a person in such a row goes before it.
 */
export function chooseByline(
  candidates: readonly MetadataCandidate[],
  blocks: readonly DraftBlock[],
  title: number,
): Found<string> | null {
  const bylines = candidates.filter(({ field }) => field === 'byline');
  const named = candidates.filter(({ field }) => field === 'site');
  const host = named.find(({ source }) => source === 'url')?.value ?? null;
  const sites = named.map(({ value }) => comparable(decodeHTML(value)));
  const own = statedBylines(bylines, sites);
  const person = own.find(({ value }) => !sites.some((site) => namesSite(value, site, host)));
  if (person) return person;
  const near = nearTitle(blocks, title);
  if (
    near &&
    (own.length === 0 || (saysSo(near) && !sites.some((site) => namesSite(near.value, site, host))))
  )
    return near;
  if (own[0]) return own[0];
  for (const { value, source, words } of bylines) {
    const name = source === 'text' && !OTHERS.test(value) ? nameIn(value.replace(BY, '')) : null;
    if (name) return { value: name, source, ...(words !== undefined && { words }) };
  }
  return anywhere(blocks, title);
}
