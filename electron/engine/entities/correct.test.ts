import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../cli/assets';
import type { Correction, CorrectionChange, Entity } from '../../contract';
import { createPipeline } from '../language/pipeline';
import type { EntityResult, ParsedBlock } from '../stages';
import { applyEntityCorrections } from './correct';
import { findEntities } from './find';

const TEXTS = [
  'Helena Lindqvist met Otto Brandt in Vienna on Monday. Mrs Lindqvist thanked Austria.',
  'Brandt flew back to Oslo. The blue harbour office in Oslo stayed shut.',
];
let blocks: ParsedBlock[];
let found: EntityResult;
beforeAll(() => {
  const { languageModel, languageKernel } = loadEngineAssets();
  const parsed = createPipeline(languageModel, languageKernel).parseAll(TEXTS);
  blocks = parsed.map((p, i) => ({ id: `b${i + 1}`, kind: 'paragraph', parsed: p }));
  found = findEntities(blocks, { titleBlock: null });
});

const corrections = (...changes: CorrectionChange[]): Correction[] =>
  changes.map((change, i) => ({ id: `c${i}`, scope: 'article', change }));
const correct = (...changes: CorrectionChange[]): EntityResult =>
  applyEntityCorrections(found, blocks, corrections(...changes));
const named = (result: EntityResult, name: string): Entity | undefined =>
  result.entities.find((entity) => entity.name === name);
const person = (name: string) => ({ name, type: 'person' as const });

function expectSound({ mentions, entities }: EntityResult): void {
  expect(entities.flatMap((entity) => entity.mentions).sort()).toEqual(mentions.map(({ id }) => id).sort());
  for (const entity of entities) {
    for (const id of entity.mentions) expect(mentions.find((m) => m.id === id)?.entity).toBe(entity.id);
    for (const { entity: other } of entity.together)
      expect(entities.some(({ id }) => id === other)).toBe(true);
  }
}

describe('corrections of entities', () => {
  it('merges and says that the reader did', () => {
    const result = correct({
      kind: 'mergeEntities',
      into: person('Helena Lindqvist'),
      from: person('Otto Brandt'),
    });
    const merged = named(result, 'Helena Lindqvist')!;
    expect(merged.mentions).toHaveLength(4);
    expect(merged.corrected).toBe(true);
    expect(merged.aliases).toContainEqual({ name: 'Otto Brandt', reason: 'merged by you', count: 1 });
    expect(named(result, 'Otto Brandt')).toBeUndefined();
    expectSound(result);
  });

  it('offers no more to merge two that are not the same, and parts them where an engine has merged them', () => {
    const [a, b] = ['Helena Lindqvist', 'Otto Brandt'].map((name) => named(found, name)!.id);
    const doubtful = { ...found, suggestedMerges: [{ a: a!, b: b!, reason: 'they met' }] };
    const apart: CorrectionChange = {
      kind: 'keepApart',
      a: person('Otto Brandt'),
      b: person('Helena Lindqvist'),
    };
    expect(applyEntityCorrections(doubtful, blocks, []).suggestedMerges).toHaveLength(1);
    const kept = applyEntityCorrections(doubtful, blocks, corrections(apart));
    expect(kept.suggestedMerges).toEqual([]);
    expect(kept.entities).toHaveLength(found.entities.length);
    const other: CorrectionChange = { kind: 'retypeEntity', entity: person('Otto Brandt'), type: 'group' };
    expect(applyEntityCorrections(doubtful, blocks, corrections(other)).suggestedMerges).toHaveLength(1);
    const gone = { ...apart, b: person('Nobody Atall') };
    expect(applyEntityCorrections(doubtful, blocks, corrections(gone)).unapplied).toEqual(['c0']);

    const merge = { kind: 'mergeEntities', into: person('Helena Lindqvist'), from: person('Otto Brandt') };
    const parted = correct(merge as CorrectionChange, apart);
    expect(named(parted, 'Helena Lindqvist')?.mentions).toHaveLength(2);
    expectSound(parted);
  });

  it('splits forms off, with the title that belongs to them', () => {
    const result = correct({
      kind: 'splitEntity',
      entity: person('Helena Lindqvist'),
      names: ['Mrs Lindqvist'],
    });
    expect(named(result, 'Mrs Lindqvist')?.mentions).toHaveLength(1);
    expect(named(result, 'Helena Lindqvist')?.mentions).toHaveLength(1);
    expectSound(result);
  });

  it('renames, and keeps the name in the text as an alias', () => {
    const result = correct({ kind: 'renameEntity', entity: person('Otto Brandt'), name: 'Otto von Brandt' });
    expect(
      named(result, 'Otto von Brandt')
        ?.aliases.map(({ name }) => name)
        .sort(),
    ).toEqual(['Brandt', 'Otto Brandt']);
    expectSound(result);
  });

  it('retypes and removes', () => {
    const result = correct(
      { kind: 'retypeEntity', entity: { name: 'Oslo', type: 'place' }, type: 'organisation' },
      { kind: 'notAnEntity', entity: { name: 'Vienna', type: 'place' } },
    );
    expect(named(result, 'Oslo')?.type).toBe('organisation');
    expect(named(result, 'Vienna')).toBeUndefined();
    expectSound(result);
  });

  it('adds from a selection, wherever the words stand', () => {
    const start = TEXTS[1]!.indexOf('blue harbour');
    const anchor = {
      span: { block: 'b2', start, end: start + 19 },
      quote: { exact: 'blue harbour office', before: '', after: '' },
    };
    const result = correct({ kind: 'addEntity', anchor, type: 'organisation' });
    const added = named(result, 'blue harbour office')!;
    expect(added).toMatchObject({ type: 'organisation', corrected: true });
    expect(added.together.map(({ entity }) => entity)).toContain(named(result, 'Oslo')!.id);
    expectSound(result);
  });

  it('learns a new person by the surname too, unless somebody else bears it', () => {
    const texts = ['Ann Varga spoke in Oslo. Later Varga left.', 'Vargas stayed with Varga and Ann Varga.'];
    const { languageModel, languageKernel } = loadEngineAssets();
    const own = createPipeline(languageModel, languageKernel)
      .parseAll(texts)
      .map((parsed, i): ParsedBlock => ({ id: `b${i + 1}`, kind: 'paragraph', parsed }));
    const add = (exact: string): CorrectionChange => {
      const start = texts[0]!.indexOf(exact);
      const span = { block: 'b1', start, end: start + exact.length };
      return { kind: 'addEntity', anchor: { span, quote: { exact, before: '', after: '' } }, type: 'person' };
    };
    const nobody: EntityResult = { mentions: [], entities: [], suggestedMerges: [] };
    const alone = applyEntityCorrections(nobody, own, corrections(add('Ann Varga')));
    expect(alone.mentions.map(({ text }) => text)).toEqual(['Ann Varga', 'Varga', 'Varga', 'Ann Varga']);
    expect(named(alone, 'Ann Varga')!.aliases).toEqual([{ name: 'Varga', reason: 'same surname', count: 2 }]);
    expectSound(alone);
    const left = applyEntityCorrections(nobody, own, corrections(add('Later Varga'), add('Ann Varga')));
    expect(named(left, 'Ann Varga')!.aliases).toEqual([]);
    expectSound(left);
  });

  it('lets later corrections win and ignores those whose object is gone', () => {
    const result = correct(
      { kind: 'notAnEntity', entity: person('Otto Brandt') },
      { kind: 'renameEntity', entity: person('Otto Brandt'), name: 'Nobody' },
      { kind: 'mergeEntities', into: person('Nobody'), from: person('Helena Lindqvist') },
    );
    expect(named(result, 'Nobody')).toBeUndefined();
    expect(named(result, 'Helena Lindqvist')?.mentions).toHaveLength(2);
    expectSound(result);
  });

  it('changes nothing in what it was given', () => {
    const before = structuredClone(found);
    correct({ kind: 'mergeEntities', into: person('Helena Lindqvist'), from: person('Otto Brandt') });
    expect(found).toEqual(before);
  });

  it('finds an entity again when a new engine names or types it otherwise', () => {
    const result = correct({
      kind: 'renameEntity',
      entity: { name: 'Lindqvist', type: 'organisation' },
      name: 'H. L.',
    });
    expect(named(result, 'H. L.')?.mentions).toHaveLength(2);
  });
});
