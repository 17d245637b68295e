import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../contract';
import { giveBlockIds } from './block-ids';
import { BlockNamer, type UnnamedBlock } from './draft-blocks';

function named(contents: readonly UnnamedBlock[]): Block[] {
  const namer = new BlockNamer();
  const drafts = contents.map((content) => namer.draft(content));
  giveBlockIds(drafts);
  return drafts.map(({ block }) => block);
}

const paragraph = (text: string): UnnamedBlock => ({ kind: 'paragraph', text, marks: [] });
const picture = (source: string): UnnamedBlock => ({
  kind: 'figure',
  text: '',
  marks: [],
  images: [{ id: null, alt: '', source }],
});
const words = fc.constantFrom('', 'Share', 'Advertisement', 'A', 'The ferry sails.', 'The  ferry\nsails.');
const sources = fc.array(fc.oneof(words.map(paragraph), fc.constantFrom('a.png', 'b.png').map(picture)), {
  maxLength: 30,
});

describe('giveBlockIds', () => {
  it('gives every block an id of its own, the same each time', () => {
    fc.assert(
      fc.property(sources, (contents) => {
        const ids = named(contents).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(named(contents).map(({ id }) => id)).toEqual(ids);
        for (const id of ids) expect(id).toMatch(/^b[0-9a-z]{1,7}(?:-\d+)?$/);
      }),
    );
  });

  it('leaves all other ids as they were where one paragraph is read otherwise', () => {
    const before = named(['One.', 'Two and', 'a half.', 'Three.', 'Share', 'Share'].map(paragraph));
    const after = named(['One.', 'Two and a half.', 'Three.', 'Share', 'Share'].map(paragraph));
    const idsOf = (blocks: Block[], text: string) =>
      blocks.filter((b) => b.text === text).map(({ id }) => id);
    for (const text of ['One.', 'Three.', 'Share']) expect(idsOf(after, text)).toEqual(idsOf(before, text));
  });

  it('lets a block keep its id when only its kind is told better', () => {
    const [plain] = named([paragraph('A line')]);
    const [heading] = named([{ kind: 'heading', level: 2, text: 'A line', marks: [] }]);
    expect(heading?.id).toBe(plain?.id);
  });

  it('lets references follow the note they name, and drops one that names nothing', () => {
    const reference = (target: string, start: number) => ({
      kind: 'noteReference' as const,
      target,
      start,
      end: start + 1,
    });
    const [text, note] = named([
      { kind: 'paragraph', text: 'As said12', marks: [reference('b2', 7), reference('gone', 8)] },
      paragraph('The note.'),
    ]);
    expect(text?.marks).toEqual([reference(note?.id ?? '', 7)]);
  });
});
