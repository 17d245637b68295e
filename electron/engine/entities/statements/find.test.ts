import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../../build/growth';
import { createPlainParser, type ParsedPlainText } from '../../../cli/predict/parsed-blocks';
import type { Statement } from '../../../contract';
import { findEntities } from '../find';
import { findReferences } from '../references/find';
import { findStatements } from './find';

interface Passage {
  id: string;
  text: string;
  statements: [string | null, string, Statement['kind']][];
  means: [string, number, string | null][];
}

const { passages } = JSON.parse(readFileSync(new URL('fixtures/passages.json', import.meta.url), 'utf8')) as {
  passages: Passage[];
};
const parse = createPlainParser([]);

function analysed(text: string) {
  const plain = parse(text);
  const entities = findEntities(plain.blocks, { titleBlock: null });
  return { plain, entities, ...findReferences(plain.blocks, entities, { titleBlock: null }) };
}

const textOf = ({ blocks }: ParsedPlainText, span: { block: string; start: number; end: number }): string =>
  blocks.find(({ id }) => id === span.block)!.parsed.text.slice(span.start, span.end);

const trimmed = (words: string): string =>
  words.replace(/^[\s“”"'.,]+|[\s“”"'.,]+$/g, '').replace(/^that /, '');

/** Statements as "speaker | content | kind", a line for each part of the content. */
function linesOf(text: string): string[] {
  const { plain, statements } = analysed(text);
  return statements.flatMap(({ content, speaker, kind }) =>
    content.map((span) => `${speaker?.text ?? null} | ${trimmed(textOf(plain, span))} | ${kind}`),
  );
}

/** Ties that the fixtures know of, in all passages: right, wrong, and not made. */
function countTies() {
  const count = { right: 0, wrong: [] as string[], missing: [] as string[] };
  for (const { id, text, means } of passages) {
    const { entities, references } = analysed(text);
    const nameOf = new Map(entities.entities.map((entity) => [entity.id, entity.name]));
    const left = means.map(([word, , name]) => `${id}: ${word} = ${name}`);
    for (const reference of references) {
      const line = `${id}: ${reference.text} = ${nameOf.get(reference.entity)}`;
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      if (at >= 0) count.right++;
      else if (/^(?:he|she|him|his|her|i)$/i.test(reference.text)) count.wrong.push(line);
    }
    count.missing.push(...left);
  }
  return count;
}

describe('who says what', () => {
  const results = passages.map(({ id, text, statements }) => ({
    id,
    found: linesOf(text),
    expected: statements.map(([speaker, content, kind]) => `${speaker} | ${trimmed(content)} | ${kind}`),
  }));

  it('finds the statements of the passages with their speakers', () => {
    const all = results.flatMap(({ id, found, expected }) => ({
      right: expected.filter((line) => found.includes(line)).length,
      found: found.length,
      expected: expected.length,
      misses: expected.filter((line) => !found.includes(line)).map((line) => `${id} misses ${line}`),
      extra: found.filter((line) => !expected.includes(line)).map((line) => `${id} has ${line}`),
    }));
    const sum = (key: 'right' | 'found' | 'expected'): number =>
      all.reduce((total, row) => total + row[key], 0);
    const f1 = (2 * sum('right')) / (sum('found') + sum('expected'));
    expect(f1, all.flatMap(({ misses, extra }) => [...misses, ...extra]).join('\n')).toBeGreaterThanOrEqual(
      0.9,
    );
  });

  it('holds a title or a word at arm’s length for no statement', () => {
    expect(results.find(({ id }) => id === 'scare-quotes')!.found).toEqual([]);
  });

  it('names the entity behind a speaker', () => {
    const { entities, statements } = analysed(passages[0]!.text);
    const names = statements.map(
      ({ speaker }) => entities.entities.find(({ id }) => id === speaker?.entity)?.name,
    );
    expect(names).toEqual(['Nora Lindqvist', 'Nora Lindqvist']);
  });

  it('gives "He said X had told him" with its quotation to him who said it, whoever that is', () => {
    const text =
      'He said Lavrov had told him Russia was interested in talks but “I am not taking that at face value”.';
    expect(linesOf(text)).toEqual([
      'He | Lavrov had told him Russia was interested in talks but “I am not taking that at face value | mixed',
    ]);
  });
});

describe('what pronouns mean', () => {
  const count = countTies();

  it('ties none wrongly in the passages', () => expect(count.wrong).toEqual([]));
  it('ties most that are clear', () => {
    expect(count.right, count.missing.join('\n')).toBeGreaterThanOrEqual(
      Math.ceil(0.7 * (count.right + count.missing.length)),
    );
  });
});

describe('what always holds of statements and references', () => {
  const word = fc.constantFrom(
    'Nora Bell',
    'He',
    'said',
    '“',
    '”',
    '"',
    'that',
    'it',
    'rained',
    ',',
    '.',
    '\n\n',
    'the company',
    'told',
    'I',
    'wants',
    'to',
    'leave',
    'according',
    ':',
  );

  it('they lie in their blocks, contents never overlap, and references never overlap mentions', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const { plain, entities, statements, references } = analysed(words.join(' '));
        const taken = new Set<string>();
        for (const { content } of statements) {
          expect(content.length).toBeGreaterThan(0);
          for (const { block, start, end } of content) {
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(plain.blocks.find(({ id }) => id === block)!.parsed.text.length);
            for (let at = start; at < end; at++) {
              expect(taken.has(`${block} ${at}`)).toBe(false);
              taken.add(`${block} ${at}`);
            }
          }
        }
        const named = new Set(entities.entities.map(({ id }) => id));
        for (const { span, entity, confidence, text } of references) {
          expect(named.has(entity)).toBe(true);
          expect(confidence).toBeGreaterThan(0);
          expect(textOf(plain, span)).toBe(text);
          expect(
            entities.mentions.some(
              ({ span: other }) =>
                other.block === span.block && other.start < span.end && span.start < other.end,
            ),
          ).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes time that grows with the text', () => {
    const piece = '“It rains,” he said, and she said that “it snows”. ';
    const once = parse(piece.repeat(400)).blocks;
    const twice = parse(piece.repeat(800)).blocks;
    const factor = doublingFactor(
      () => findStatements(once),
      () => findStatements(twice),
    );
    expect(factor).toBeLessThanOrEqual(LINEAR);
  });
});
