import type { EntityId } from './entities';
import type { TextSpan } from './text';

/** A place that means a named entity without naming it: "he", "the ministry". Never overlaps a mention. */
export interface Reference {
  id: string;
  span: TextSpan;
  /** The words of the span. */
  text: string;
  kind: 'pronoun' | 'description';
  entity: EntityId;
  /** How sure the tie is, 0 to 1; one below the engine's floor is not made. */
  confidence: number;
  /** True when a correction made it. */
  corrected: boolean;
}

/** `direct`: all between quotation marks; `mixed`: partly; `indirect`: in the writer's own words. */
export type StatementKind = 'direct' | 'indirect' | 'mixed';

/** Who says it, in the article's words; `entity` is whom the words mean, null when that is not sure. */
export interface Speaker {
  span: TextSpan;
  text: string;
  entity: EntityId | null;
}

/** What somebody says, believes, wants or demands, as the article tells it. */
export interface Statement {
  id: string;
  kind: StatementKind;
  /** What is said, in reading order and never empty; several spans where the telling breaks it ("A," she said. "B."). */
  content: TextSpan[];
  /** Null when the article names nobody ("it is believed"). */
  speaker: Speaker | null;
  /** The words that tell of the saying ("said", "according to"); null where a quotation stands by itself. */
  cue: TextSpan | null;
  /** True when a correction shaped it. */
  corrected: boolean;
}
