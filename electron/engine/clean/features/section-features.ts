import { nearest } from './neighbour-features';
import type { ScoredPage } from './scored-page';

const REASONS = ['related', 'comments', 'newsletter', 'share', 'byline', 'navigation'];

export const SECTION_FEATURES: readonly string[] = [
  'sectionDistance',
  ...REASONS.map((reason) => `section ${reason}`),
  'sectionLevel',
  'sectionHeadingScore',
  'sectionScore',
  'sectionWords',
  'sectionLinkShare',
];

interface Section {
  scored: number;
  words: number;
  linked: number;
}

/** What the heading above a block says, and how the blocks under it were scored. */
export function sectionFeatures({ blocks, facts, scores }: ScoredPage): (i: number) => number[] {
  const isHeading = blocks.map(({ block }) => block.kind === 'heading');
  const under = nearest(isHeading, false);
  const sections = new Map<number, Section>();
  blocks.forEach(({ evidence }, i) => {
    const key = isHeading[i] ? i : under[i]!;
    const section = sections.get(key) ?? { scored: 0, words: 0, linked: 0 };
    const { words } = facts[i]!;
    sections.set(key, section);
    if (isHeading[i]) return;
    section.scored += scores[i]! * words;
    section.words += words;
    section.linked += evidence.linkShare * words;
  });
  return (i) => {
    const at = under[i]!;
    const heading = blocks[at]?.block;
    const phrases = facts[at]?.phrases;
    // Of a heading, its own section counts; of other blocks, the one they stand in.
    const { scored, words, linked } = sections.get(isHeading[i] ? i : at)!;
    return [
      at < 0 ? 6 : Math.log1p(i - at),
      ...REASONS.map((reason) => phrases?.get(reason) ?? 0),
      heading?.kind === 'heading' ? heading.level : 0,
      at < 0 ? -0.1 : scores[at]!,
      words > 0 ? scored / words : -0.1,
      Math.log1p(words),
      words > 0 ? linked / words : 0,
    ];
  };
}
