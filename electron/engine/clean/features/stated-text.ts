import type { PageKind } from '../../../contract';
import type { DraftBlock, StatedText } from '../../read/draft';

/** Kinds of pages whose text is made in ways of its own, as the models tell them apart. */
const KIND_GROUPS: readonly (readonly PageKind[])[] = [
  ['thread', 'question', 'comments'],
  ['documentation', 'wiki'],
  ['product', 'list'],
];

/** How much of a block stands in what the page tells search engines of its text; -1 where it tells nothing. */
export const STATED_FEATURES = [
  'inStatedBody',
  'inDescription',
  'statedKind',
  'inMarkedBody',
  ...KIND_GROUPS.map(([kind]) => `kind ${kind}`),
] as const;

/** What `Places` calls the element that a page marks as the article's body (microdata), and the least it must hold. */
export const MARKED_BODY = 'articlebody';
const FEWEST_MARKED = 40;

/** 1 inside what the page marks as the article's body, -1 outside of it, 0 where the page marks none with text. */
function markedBody(blocks: readonly DraftBlock[]): (one: DraftBlock) => number {
  const isInside = ({ evidence }: DraftBlock) => evidence.names.includes(MARKED_BODY);
  const words = blocks.reduce((sum, one) => sum + (isInside(one) ? one.block.text.split(' ').length : 0), 0);
  if (words < FEWEST_MARKED) return () => 0;
  return (one) => (isInside(one) ? 1 : -1);
}

const WORD = /[\p{L}\p{N}]+/gu;
const SHINGLE = 3;
/** A body shorter than this is a teaser. UTF-16 units. */
const SHORTEST_BODY = 400;
/** Words of a block that are looked at. */
const LOOKED_AT = 60;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function shinglesOf(words: readonly string[]): string[] {
  const found: string[] = [];
  for (let i = 0; i + SHINGLE <= words.length; i++) found.push(words.slice(i, i + SHINGLE).join(' '));
  return found;
}

function share(of: readonly string[], known: ReadonlySet<string>): number {
  return of.length === 0 ? 0 : of.filter((one) => known.has(one)).length / of.length;
}

/** What the page states of itself: what it is, and which text is its own. */
export interface PageStatement {
  stated: StatedText | undefined;
  kind: PageKind | null;
}

/** Looks blocks up in what the page states. */
export function statedFeatures(
  { stated, kind: pageKind }: PageStatement,
  blocks: readonly DraftBlock[],
): (one: DraftBlock) => number[] {
  const inBody = markedBody(blocks);
  const inText = statedText(stated);
  const groups = KIND_GROUPS.map((group) => Number(pageKind !== null && group.includes(pageKind)));
  return (one) => [...inText(one.block.text), inBody(one), ...groups];
}

function statedText(stated: StatedText | undefined): (text: string) => number[] {
  const bodyWords = stated && stated.body.length >= SHORTEST_BODY ? wordsOf(stated.body) : null;
  const body = bodyWords && new Set(shinglesOf(bodyWords));
  const single = bodyWords && new Set(bodyWords);
  const description =
    stated && stated.description.length > 30 ? new Set(shinglesOf(wordsOf(stated.description))) : null;
  const kind = stated?.kind === 'article' ? 1 : stated?.kind === 'other' ? -1 : 0;
  if (!body && !description) return () => [-1, -1, kind];
  return (text) => {
    const words = wordsOf(text.slice(0, LOOKED_AT * 8)).slice(0, LOOKED_AT);
    const shingles = shinglesOf(words);
    const inBody = body && single ? (shingles.length > 0 ? share(shingles, body) : share(words, single)) : -1;
    return [inBody, description ? share(shingles, description) : -1, kind];
  };
}
