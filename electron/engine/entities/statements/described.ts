import type { Statement, TextSpan } from '../../../contract';
import type { TokenRange } from '../../language/document';
import type { ParsedBlock } from '../../stages';
import type { FoundStatement } from './view';

/** Id of the entity that the token at an index of a block's parse means; null when none is sure. */
export type EntityAt = (block: number, token: number) => string | null;

/** The statements as the contract has them, their speakers resolved. Ids are "s1", "s2" ... in reading order. */
export function describeStatements(
  found: readonly FoundStatement[],
  blocks: readonly ParsedBlock[],
  entityAt: EntityAt,
): Statement[] {
  return found.map((statement, index) => describe(statement, index, blocks, entityAt));
}

function describe(
  { block, content, goesOn, speaker, speakerHead, cue, kind }: FoundStatement,
  index: number,
  blocks: readonly ParsedBlock[],
  entityAt: EntityAt,
): Statement {
  const { id, parsed } = blocks[block]!;
  const spanOf = ({ first, end }: TokenRange): TextSpan => ({
    block: id,
    start: parsed.tokens[first]!.start,
    end: parsed.tokens[end - 1]!.end,
  });
  const said = speaker && spanOf(speaker);
  return {
    id: `s${index + 1}`,
    kind,
    content: [
      ...content.map(({ start, end }) => ({ block: id, start, end })),
      ...goesOn.map(({ block: later, range }) => ({
        block: blocks[later]!.id,
        start: range.start,
        end: range.end,
      })),
    ],
    speaker: said && {
      span: said,
      text: parsed.text.slice(said.start, said.end),
      entity: speakerHead === null ? null : entityAt(block, speakerHead),
    },
    cue: cue && spanOf(cue),
    corrected: false,
  };
}
