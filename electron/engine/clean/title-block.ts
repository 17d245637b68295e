import type { Block, Found } from '../../contract';
import type { Draft } from '../read/draft';
import { type Decision, remove } from './decision';
import { normalised } from './phrases';

type Title = Found<string> | null;

export interface TitleChoice {
  title: Title;
  decisions: Decision[];
  /** The heading to show first; null when the title is not part of the source's text. */
  titleBlock: Block | null;
  /** Index of the draft block that became the title block; -1 when none did. */
  shown: number;
}

/** Sources whose title is worth a heading though no such line stands in the text. */
const STATED = new Set<Found<string>['source']>([
  'json-ld',
  'meta-tag',
  'heading',
  'title-element',
  'document-properties',
]);

/** How far into a source without a located part a title may stand; in a document it stands at the head. */
const FARTHEST = { page: 60, document: 12 };

function headingOf(block: Block): Block {
  const { id, text, marks, lang, dir } = block;
  return { kind: 'heading', level: 1, id, text, marks, ...(lang && { lang }), ...(dir && { dir }) };
}

/** True when two lines are the same title, one perhaps with the site's name behind it ("Storm - The Gazette"). */
export function sameTitle(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 12 && long.startsWith(short) && /^\s*[-–—|:·•»]/.test(long.slice(short.length));
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Share of the words of both that a page's main heading and its stated title must have in common. */
const MOST_WORDS = 0.6;

/** A main heading that tells the title in nearly its words: shortened for search engines, or with a kicker. */
function isReworded(block: Block, wanted: string): boolean {
  if (block.kind !== 'heading' || block.level !== 1) return false;
  const own = new Set(normalised(block.text).match(WORD) ?? []);
  const stated = new Set(wanted.match(WORD) ?? []);
  let shared = 0;
  for (const word of own) if (stated.has(word)) shared++;
  return shared >= 3 && shared >= MOST_WORDS * Math.min(own.size, stated.size);
}

/**
 * Sets the title as the first block: the line of the source that states it, best a heading, or a new heading.
 * Repetitions of the title on a page are removed; in a document they have their reason (a chapter of that name).
 */
export function withTitle(
  { blocks, kind }: Pick<Draft, 'blocks' | 'kind'>,
  decisions: readonly Decision[],
  title: Title,
): TitleChoice {
  const changed = [...decisions];
  if (!title) return { title, decisions: changed, titleBlock: null, shown: -1 };
  const wanted = normalised(title.value);
  const same = blocks.flatMap(({ block, evidence, taken }, i) => {
    const line = block.kind === 'heading' || block.kind === 'paragraph';
    const near = i < FARTHEST[kind] || (kind === 'page' && (evidence.located || block.kind === 'heading'));
    const same = sameTitle(normalised(block.text), wanted) || isReworded(block, wanted);
    return line && near && same && !taken ? [i] : [];
  });
  const best =
    same.find((i) => blocks[i]!.block.kind === 'heading' && !blocks[i]!.evidence.hidden) ??
    same.find((i) => !blocks[i]!.evidence.hidden);
  for (const i of same) {
    if (kind === 'page' && changed[i]?.keep) changed[i] = remove('title', 'repeats the title');
  }
  if (best === undefined) {
    const text = title.value;
    const titleBlock: Block = { kind: 'heading', level: 1, id: 'title', text, marks: [] };
    return { title, decisions: changed, titleBlock: STATED.has(title.source) ? titleBlock : null, shown: -1 };
  }
  return { title, decisions: changed, titleBlock: headingOf(blocks[best]!.block), shown: best };
}
