import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../../electron/contract';

type Theme = Record<string, string>;

/** The tokens of each theme, read from the style sheet itself: light is the root, the others override it. */
function themesOf(css: string): Record<string, Theme> {
  const themes: Record<string, Theme> = {};
  for (const rule of css.matchAll(/\[data-theme="(\w+)"\]\s*\{([^}]*)\}/g)) {
    const values = [...(rule[2] ?? '').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)];
    themes[rule[1] ?? ''] = Object.fromEntries(values.map(([, name, value]) => [name, value]));
  }
  const { light = {} } = themes;
  return Object.fromEntries(Object.entries(themes).map(([name, theme]) => [name, { ...light, ...theme }]));
}

/** Relative luminance and contrast ratio after WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');
const themes = themesOf(css);

/** Text and the surfaces it stands on. */
const texts: readonly [string, readonly string[]][] = [
  ['ink', ['paper', 'chrome', 'raised', 'mark', 'mark-strong', 'accent-soft']],
  ['soft', ['paper', 'chrome', 'raised', 'accent-soft']],
  ['faint', ['paper', 'chrome', 'raised']],
  ['accent', ['paper', 'chrome', 'raised', 'accent-soft']],
  ['link', ['paper', 'raised']],
  ['place', ['chrome']],
];
const signs = ['person', 'place', 'organisation', 'other'];

describe('contrast in every theme', () => {
  it('finds all the themes', () => {
    expect(Object.keys(themes).sort()).toEqual(THEMES.map(({ theme }) => theme).sort());
  });

  it('starts the window in the colour of the page', () => {
    for (const { theme, paper } of THEMES) if (paper) expect(paper, theme).toBe(themes[theme]?.paper);
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`${name}: text reaches 4.5, signs and controls 3`, () => {
      const low: string[] = [];
      const check = (front: string, back: string, least: number) => {
        const ratio = contrast(theme[front] ?? '', theme[back] ?? '');
        if (!(ratio >= least)) low.push(`${front} on ${back}: ${ratio.toFixed(2)}`);
      };
      for (const [front, backs] of texts) for (const back of backs) check(front, back, 4.5);
      for (const sign of signs) {
        check('on-sign', sign, 4.5);
        check(sign, 'paper', 3);
      }
      check('control', 'paper', 3);
      check('control', 'raised', 3);
      expect(low).toEqual([]);
    });
  }
});
