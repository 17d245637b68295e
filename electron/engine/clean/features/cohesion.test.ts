import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../read/draft';
import { BlockNamer } from '../../read/draft-blocks';
import { COHESION_FEATURES, cohesionFeatures } from './cohesion';
import { textFeatures } from './text-features';

const TEXTS = [
  'The council of Port Elm voted on Tuesday to close the old harbour bridge for repairs, a decision that shop owners had opposed for many years now.',
  'The harbour bridge will be closed from 4 March, the mayor told the council, because two cables are so worn that lorries cannot cross the old bridge.',
  'Shop owners in Port Elm fear that nobody will cross the harbour while the bridge is closed for repairs, and asked the council for another ferry.',
  'The old bridge is closed',
  'Ten recipes for a summer evening in the garden',
];

describe('cohesionFeatures', () => {
  it('tells a line about the same thing from one about another', () => {
    const namer = new BlockNamer();
    const blocks: DraftBlock[] = TEXTS.map((text) => namer.draft({ kind: 'paragraph', text, marks: [] }));
    const facts = TEXTS.map(textFeatures);
    const scores = Float64Array.from(TEXTS, (text) => (text.length > 60 ? 0.9 : 0.3));
    const row = cohesionFeatures({ blocks, facts, scores, near: TEXTS.map(() => true) });
    const [same = 0, strong = 0] = row(3);
    expect(same).toBe(1);
    expect(strong).toBeGreaterThanOrEqual(0.5);
    expect(row(4)[0]).toBe(0);
    expect(row(0)).toHaveLength(COHESION_FEATURES.length);
  });
});
