import type { Range, Statement, TextSpan } from '../../contract';
import { findEntities } from '../../engine/entities/find';
import { findReferences } from '../../engine/entities/references/find';
import type { Predictor } from './answer-line';
import { createPlainParser } from './parsed-blocks';

/** A statement with offsets in the whole text, UTF-16 units; `spans` only where the telling breaks it. */
export interface PredictedStatement extends Range {
  spans?: [number, number][];
  /** `entity` is the name of whom the words mean, null when that is not sure. */
  speaker: (Range & { entity: string | null }) | null;
  cue: Range | null;
  kind: string;
}

/** `{"id","text","dct"}` -> `{"id","statements":[{"start","end","speaker","cue","kind"}]}`. */
export async function createPredictor(flags: string[]): Promise<Predictor> {
  const parse = createPlainParser(flags);
  return ({ text }) => {
    const { blocks, starts, wordScores } = parse(String(text ?? ''));
    const result = findEntities(blocks, { titleBlock: null, wordScores: wordScores() });
    const names = new Map(result.entities.map(({ id, name }) => [id, name]));
    const { statements } = findReferences(blocks, result, { titleBlock: null });
    return { statements: statements.map((statement) => row(statement, starts, names)) };
  };
}

function row(
  { content, speaker, cue, kind }: Statement,
  starts: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): PredictedStatement {
  const inText = ({ block, start, end }: TextSpan): Range => {
    const offset = starts.get(block) ?? 0;
    return { start: offset + start, end: offset + end };
  };
  const spans = content.map(inText);
  return {
    start: spans[0]!.start,
    end: spans.at(-1)!.end,
    ...(spans.length > 1 ? { spans: spans.map(({ start, end }): [number, number] => [start, end]) } : {}),
    speaker: speaker && {
      ...inText(speaker.span),
      entity: speaker.entity && (names.get(speaker.entity) ?? null),
    },
    cue: cue && inText(cue),
    kind,
  };
}
