import type { Range } from '../../contract';
import { type FoundStatement, findStatements } from '../../engine/entities/statements/find';
import type { ParsedBlock } from '../../engine/stages';
import type { Predictor } from './answer-line';
import { createPlainParser } from './parsed-blocks';

/** A statement with offsets in the whole text, UTF-16 units; `spans` only where the telling breaks it. */
export interface PredictedStatement extends Range {
  spans?: [number, number][];
  speaker: (Range & { entity: string | null }) | null;
  cue: Range | null;
  kind: string;
}

/** `{"id","text","dct"}` -> `{"id","statements":[{"start","end","speaker","cue","kind"}]}`. */
export async function createPredictor(flags: string[]): Promise<Predictor> {
  const parse = createPlainParser(flags);
  return ({ text }) => {
    const { blocks, starts } = parse(String(text ?? ''));
    return { statements: findStatements(blocks).map((statement) => row(statement, blocks, starts)) };
  };
}

function row(
  statement: FoundStatement,
  blocks: readonly ParsedBlock[],
  starts: ReadonlyMap<string, number>,
): PredictedStatement {
  const offset = (block: number): number => starts.get(blocks[block]!.id) ?? 0;
  const spans = [
    ...statement.content.map((range) => ({ block: statement.block, range })),
    ...statement.goesOn,
  ].map(({ block, range }): [number, number] => [offset(block) + range.start, offset(block) + range.end]);
  const { tokens } = blocks[statement.block]!.parsed;
  const characters = (range: { first: number; end: number }): Range => ({
    start: offset(statement.block) + tokens[range.first]!.start,
    end: offset(statement.block) + tokens[range.end - 1]!.end,
  });
  return {
    start: spans[0]![0],
    end: spans.at(-1)![1],
    ...(spans.length > 1 ? { spans } : {}),
    speaker: statement.speaker && { ...characters(statement.speaker), entity: null },
    cue: statement.cue && characters(statement.cue),
    kind: statement.kind,
  };
}
