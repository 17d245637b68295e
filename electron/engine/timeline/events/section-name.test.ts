import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../../cli/predict/parsed-blocks';
import { findEntities } from '../../entities/find';
import type { ParsedBlock } from '../../stages';
import { buildTimeline } from '../build';

const parse = createPlainParser([]);

/** Headlines of the dated events below a heading. */
function below(heading: string, text: string): string[] {
  const { blocks } = parse(`${heading}\n\n${text}`);
  const kinds = blocks.map(
    (block, index): ParsedBlock => (index === 0 ? { ...block, kind: 'heading' } : block),
  );
  const entities = findEntities(kinds, { titleBlock: null });
  return buildTimeline(kinds, entities, { publicationDate: '2015-09-18', titleBlock: null })
    .events.filter(({ time }) => time)
    .map(({ headline }) => headline);
}

describe('a headline that only its section names', () => {
  it('begins with the section’s name', () => {
    expect(below('Oslo Book Fair', 'The fair will take place in the harbour on 3 May 2016.')).toEqual([
      'Oslo Book Fair: The fair will take place in the harbour',
    ]);
  });

  it('stays as it is where the heading names nothing, or the clause its own subject', () => {
    expect(below('Overview', 'The fair will take place in the harbour on 3 May 2016.')).toEqual([
      'The fair will take place in the harbour',
    ]);
    expect(below('Oslo Book Fair', 'Ida Holm will speak in the harbour on 3 May 2016.')).toEqual([
      'Ida Holm will speak in the harbour',
    ]);
  });

  it('leaves no comma behind a date that was left out', () => {
    expect(below('Overview', 'The Summit will take place on 3 May 2016, at the old harbour.')).toEqual([
      'The Summit will take place at the old harbour',
    ]);
  });

  it('leaves no comma of a long aside that was left out', () => {
    const text =
      'The Summit, hosted by the Technology Association of the whole State of Georgia in the south, will take place on 3 May 2016.';
    expect(below('Overview', text)).toEqual(['The Summit will take place']);
  });
});
