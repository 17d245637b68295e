import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from './growth';

function spin(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum = (sum * 31 + i) | 0;
  return sum;
}

describe('the factor of a doubling', () => {
  it('tells work in proportion from work that grows with the square', () => {
    const linear = (n: number) => () => void spin(n * 10_000);
    const square = (n: number) => () => void spin(n * n * 10);
    expect(doublingFactor(linear(1000), linear(2000))).toBeLessThanOrEqual(LINEAR);
    expect(doublingFactor(square(700), square(1400))).toBeGreaterThan(LINEAR);
  });

  it('does not judge work that takes no time', () => {
    expect(
      doublingFactor(
        () => {},
        () => {},
      ),
    ).toBe(0);
  });
});
