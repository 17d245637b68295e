import { describe, expect, it } from 'vitest';
import { createPlainParser } from '../../../cli/predict/parsed-blocks';
import type { Anchor, CorrectionChange, TextSpan } from '../../../contract';
import { findEntities } from '../find';
import { applyReferenceCorrections } from './correct';
import { findReferences } from './find';

const TEXT = 'Nora Lindqvist met Tomas Berg on Monday. “The harbour stays closed,” she said.';
const { blocks } = createPlainParser([])(TEXT);
const entities = findEntities(blocks, { titleBlock: null });
const found = findReferences(blocks, entities, { titleBlock: null });
const block = blocks[0]!.id;

function anchorOf(words: string): Anchor {
  const start = TEXT.indexOf(words);
  const span: TextSpan = { block, start, end: start + words.length };
  return { span, quote: { exact: words, before: TEXT.slice(0, start), after: TEXT.slice(span.end) } };
}

const corrected = (...changes: CorrectionChange[]) =>
  applyReferenceCorrections(
    found,
    blocks,
    entities.entities,
    changes.map((change, index) => ({ id: `c${index}`, scope: 'article', change })),
  );
const nameOf = (id: string | null | undefined) =>
  entities.entities.find((entity) => entity.id === id)?.name ?? null;
const berg = { name: 'Tomas Berg', type: 'person' } as const;
const she = anchorOf('she');
const quotation = anchorOf('“The harbour stays closed,”');

describe('a correction of what words mean or who says it', () => {
  it('starts from a tie and a speaker that were found', () => {
    expect(found.references.map(({ text, entity }) => [text, nameOf(entity)])).toEqual([
      ['she', 'Nora Lindqvist'],
    ]);
    expect(found.statements.map(({ speaker }) => nameOf(speaker?.entity))).toEqual(['Nora Lindqvist']);
  });

  it('ties words to another entity, and the statement with them', () => {
    const { references, statements, unapplied } = corrected({
      kind: 'setReference',
      reference: she,
      entity: berg,
    });
    expect(
      references.map((reference) => [reference.text, nameOf(reference.entity), reference.corrected]),
    ).toEqual([['she', 'Tomas Berg', true]]);
    expect(statements.map(({ speaker }) => nameOf(speaker?.entity))).toEqual(['Tomas Berg']);
    expect(unapplied).toEqual([]);
  });

  it('unties words, and ties them again when a later one says so', () => {
    const untie = { kind: 'setReference', reference: she, entity: null } as const;
    expect(corrected(untie).references).toEqual([]);
    expect(corrected(untie).statements[0]!.speaker!.entity).toBeNull();
    expect(corrected(untie, { kind: 'setReference', reference: she, entity: berg }).references).toHaveLength(
      1,
    );
  });

  it('gives a statement another speaker or none, or takes it out', () => {
    const set = (entity: typeof berg | null) =>
      corrected({ kind: 'setSpeaker', statement: quotation, entity });
    expect(nameOf(set(berg).statements[0]!.speaker!.entity)).toBe('Tomas Berg');
    expect(set(null).statements[0]!.speaker!.entity).toBeNull();
    expect(corrected({ kind: 'hideStatement', statement: quotation }).statements).toEqual([]);
  });

  it('says which found nothing to change', () => {
    const gone = { name: 'Nobody', type: 'person' } as const;
    const change = { kind: 'setReference', reference: she, entity: gone } as const;
    expect(corrected(change)).toEqual({ ...found, unapplied: ['c0'] });
  });
});
