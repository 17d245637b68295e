import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { actualTexts, UnmappedGlyphs } from './actual-text';
import { streamsOf } from './streams';

const stream = (content: string, packed: boolean): Uint8Array => {
  const bytes = packed ? zlibSync(strToU8(content)) : strToU8(content);
  const head = strToU8(
    `1 0 obj\n<< /Length ${bytes.length}${packed ? ' /Filter /FlateDecode' : ''} >>\nstream\n`,
  );
  return Uint8Array.from([...head, ...bytes, ...strToU8('\nendstream\nendobj\n')]);
};

const ligature = (text: string) => `/Span<</ActualText ${text} >> BDC <3D> Tj EMC\n`;

describe('text stated for glyphs', () => {
  it('is found in packed and in plain streams, in any of its spellings', () => {
    const file = Uint8Array.from([
      ...stream(ligature('(Th)') + ligature('<FEFF00660069>'), true),
      ...stream('<61> Tj', true),
      ...stream(ligature('(\\(\\146\\))'), false),
    ]);
    expect(actualTexts(streamsOf(file))).toEqual([['Th', 'fi'], ['(f)']]);
  });

  it('stands in for unmapped glyphs, in their order', () => {
    const items = [{ str: '\0' }, { str: 'e ship, a' }, { str: '\0' }, { str: 'er all' }];
    new UnmappedGlyphs([['Th', 'ft']]).fill(items);
    expect(items.map(({ str }) => str).join('')).toBe('The ship, after all');
  });

  it('passes over statements for glyphs that have their character', () => {
    const items = [{ str: 'the page’s \0rst' }];
    new UnmappedGlyphs([['’', 'fi']]).fill(items);
    expect(items[0]?.str).toBe('the page’s first');
  });

  it('is not guessed where the counts do not agree', () => {
    const items = [{ str: '\0e \0' }];
    new UnmappedGlyphs([['Th']]).fill(items);
    expect(items[0]?.str).toBe('\0e \0');
  });

  it('survives a stream that is cut off', () => {
    const whole = stream(ligature('(fi)').repeat(50), true);
    expect(() => actualTexts(streamsOf(whole.subarray(0, whole.length - 40)))).not.toThrow();
  });
});
