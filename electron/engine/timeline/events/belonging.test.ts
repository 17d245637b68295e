import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../../cli/predict/parsed-blocks';
import { findEntities } from '../../entities/find';
import { buildTimeline } from '../build';

const parse = createPlainParser([]);

describe('events of an entity', () => {
  it('belong to whom their clause refers to, and tell undated statements of the named', () => {
    const text =
      'Maria Lopez opened a school. The city praised her on Monday. Maria Lopez said that the school was full.';
    const { blocks } = parse(text);
    const entities = findEntities(blocks, { titleBlock: null });
    const lopez = entities.entities.find(({ name }) => name === 'Maria Lopez')?.id ?? '';
    const start = text.indexOf('her on');
    const { events } = buildTimeline(blocks, entities, {
      publicationDate: '2015-09-18',
      titleBlock: null,
      references: [
        {
          id: 'r1',
          span: { block: blocks[0]?.id ?? '', start, end: start + 3 },
          text: 'her',
          kind: 'pronoun',
          entity: lopez,
          confidence: 0.9,
          corrected: false,
        },
      ],
    });
    expect(
      events.map((event) => [event.headline, event.time !== null, event.entities.includes(lopez)]),
    ).toEqual([
      ['Maria Lopez opened a school', false, true],
      ['The city praised Maria Lopez on Monday', true, true],
      ['Maria Lopez said that the school was full', false, true],
    ]);
  });
});
