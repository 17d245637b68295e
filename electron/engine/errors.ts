import type { ErrorCode } from '../contract';

/** The only error the engine throws on purpose. `cause` and `advice` are sentences for a person. */
export class EngineError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly causeText: string,
    readonly advice: string,
  ) {
    super(causeText);
    this.name = 'EngineError';
  }
}
