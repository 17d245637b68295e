import type { DraftBlock } from '../../read/draft';
import { NAME_GROUPS, nearestGroups } from './name-groups';

const KINDS = ['paragraph', 'list', 'quote', 'code', 'table', 'figure'] as const;
const INSIDE = [
  'p',
  'li',
  'aside',
  'footer',
  'header',
  'nav',
  'figcaption',
  'article',
  'main',
  'form',
  'button',
  'td',
  'section',
  'a',
  'blockquote',
  'label',
] as const;
const OWN = ['div', 'span', 'section', 'p', 'a'] as const;

/** What the source's structure tells of a block's place; zeros where the format has no structure. */
export const PLACE_FEATURES = [
  ...KINDS.map((kind) => `is ${kind}`),
  'headingLevel',
  'items',
  'itemLength',
  'linkShare',
  'links',
  'strongShare',
  'emphasisShare',
  'located',
  'structured',
  'depth',
  ...INSIDE.map((name) => `inside ${name}`),
  ...OWN.map((name) => `own ${name}`),
  ...NAME_GROUPS.map((name) => `named ${name}`),
];

function markedShare({ block }: DraftBlock, kind: 'strong' | 'emphasis'): number {
  let sum = 0;
  for (const mark of block.marks) if (mark.kind === kind) sum += mark.end - mark.start;
  return block.text.length > 0 ? Math.min(1, sum / block.text.length) : 0;
}

export function placeFeatures(one: DraftBlock): number[] {
  const { block, evidence } = one;
  const items = block.kind === 'list' ? block.items.length : 0;
  const { inside } = evidence;
  return [
    ...KINDS.map((kind) => Number(block.kind === kind)),
    block.kind === 'heading' ? block.level : 0,
    Math.log1p(items),
    items > 0 ? Math.log1p(block.text.length / items) : 0,
    evidence.linkShare,
    Math.log1p(block.marks.reduce((sum, mark) => sum + Number(mark.kind === 'link'), 0)),
    markedShare(one, 'strong'),
    markedShare(one, 'emphasis'),
    Number(evidence.located),
    Number(inside.length > 0),
    inside.length,
    ...INSIDE.map((name) => Number(inside.includes(name))),
    ...OWN.map((name) => Number(inside[0] === name)),
    ...nearestGroups(evidence.names),
  ];
}
