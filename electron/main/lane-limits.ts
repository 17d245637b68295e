/** Milliseconds. */
export interface JobLimits {
  /** Until the cleaned article is there. */
  reading: number;
  /** Between two signs of life after that; a long book may take long, a hung analysis may not. */
  silence: number;
  /**
   * For the worker to answer a cancel before it is ended: as long as a new one takes to start and to load its models,
   * so that waiting never costs more than twice what was best.
   */
  cancelling: number;
}

export const LIMITS: JobLimits = { reading: 60_000, silence: 120_000, cancelling: 1_000 };
