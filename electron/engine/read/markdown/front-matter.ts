import type { MetadataCandidate } from '../draft';

const YAML = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const TOML = /^\+\+\+[ \t]*\n([\s\S]{0,20000}?)\n\+\+\+[ \t]*(?:\n|$)/;
const PAIR = /^([\w.-]{1,40})[ \t]{0,8}[:=][ \t]{0,8}(.{0,1000})$/;
const LIST_ITEM = /^[ \t]{1,8}-[ \t]{1,8}(.{1,300})$/;

/** Keys in use by static site generators, note programs and clippers, with what they tell. */
const FIELDS: Record<string, MetadataCandidate['field']> = {
  title: 'title',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  creator: 'byline',
  site: 'site',
  site_name: 'site',
  publisher: 'site',
  publication: 'site',
  lang: 'language',
  language: 'language',
  locale: 'language',
  date: 'publicationDate',
  published: 'publicationDate',
  date_published: 'publicationDate',
  datepublished: 'publicationDate',
  publishdate: 'publicationDate',
  publish_date: 'publicationDate',
  pubdate: 'publicationDate',
};

/** Addresses of the article itself, against which its relative links are read. */
const ADDRESS_KEYS = new Set(['url', 'source', 'link', 'canonical', 'permalink', 'clipped_from']);

export interface FrontMatter {
  /** The text behind it. */
  body: string;
  candidates: MetadataCandidate[];
  address: string | null;
}

/**
 * Reads the block of keys that many programs put before a Markdown text. Only `key: value` and lists of names are
 * understood; a text that merely begins with a rule is left as it is.
 */
export function takeFrontMatter(source: string): FrontMatter {
  const match = YAML.exec(source) ?? TOML.exec(source);
  const none = { body: source, candidates: [], address: null };
  if (!match) return none;
  const pairs = pairsOf(match[1] ?? '');
  if (pairs.size === 0) return none;
  const candidates: MetadataCandidate[] = [];
  let address: string | null = null;
  for (const [key, value] of pairs) {
    const field = FIELDS[key];
    if (field && value) candidates.push({ field, value, source: 'document-properties', words: value });
    if (ADDRESS_KEYS.has(key) && /^https?:/i.test(value)) address ??= value;
  }
  return { body: source.slice(match[0].length), candidates, address };
}

function pairsOf(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  let key = '';
  for (const line of text.split('\n')) {
    const pair = PAIR.exec(line);
    const item = LIST_ITEM.exec(line);
    if (pair) {
      key = (pair[1] ?? '').toLowerCase();
      if (!pairs.has(key)) pairs.set(key, listed(pair[2] ?? ''));
    } else if (item && key) {
      const name = unquoted(item[1] ?? '').replace(/^name:\s*/, '');
      pairs.set(key, [pairs.get(key), name].filter(Boolean).join(', '));
    }
  }
  return pairs;
}

function listed(value: string): string {
  const inner = /^\[(.*)\]$/.exec(value.trim())?.[1];
  return inner === undefined ? unquoted(value) : inner.split(',').map(unquoted).filter(Boolean).join(', ');
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}
