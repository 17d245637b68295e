/**
 * What a doubling may cost at most in a test: halfway between work in proportion (2) and work that grows with the
 * square (4), because the collector of memory takes its share on a busy machine.
 */
export const LINEAR = 3;

/** Tries after which the best figures count; noise only ever adds time, so the least of several is nearest the truth. */
const TRIES = 12;
/** Milliseconds below which the work is too short to be measured; such work is not slow. */
const TOO_SHORT = 20;

/** Milliseconds of processor time that this process spends on `work`; other programs do not disturb it. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times longer twice as much takes: 2 for work in proportion, 4 for work that grows with the square. Both
 * sizes are measured again until the factor is at most `enough` or the tries are used up; 0 when `twice` is too
 * short to be measured.
 */
export function doublingFactor(once: () => void, twice: () => void, enough = LINEAR): number {
  let least = { once: Number.POSITIVE_INFINITY, twice: Number.POSITIVE_INFINITY };
  for (let i = 0; i < TRIES; i++) {
    least = {
      once: Math.min(least.once, processorTime(once)),
      twice: Math.min(least.twice, processorTime(twice)),
    };
    if (least.twice < TOO_SHORT) return 0;
    if (least.twice <= enough * least.once) break;
  }
  return least.twice / least.once;
}
