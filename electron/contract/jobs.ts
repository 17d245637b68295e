/** The stages of the work on one file, in the order they run. */
export const JOB_STAGES = ['read', 'clean', 'language', 'entities', 'timeline'] as const;
export type JobStage = (typeof JOB_STAGES)[number];
