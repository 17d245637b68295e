import { DEFAULT_SETTINGS, type Settings } from '../contract';
import type { Shape } from './shape';
import { settingFields } from './shapes';

type NumberSetting = { [K in keyof Settings]: Settings[K] extends number ? K : never }[keyof Settings];

/** Lowest and highest value of each number; the contract states them with their units. */
const bounds: Record<NumberSetting, [least: number, most: number]> = {
  fontSize: [12, 40],
  lineWidth: [20, 60],
  lineHeight: [1, 2.6],
  letterSpacing: [0, 0.2],
  wordSpacing: [0, 0.5],
  libraryWidth: [180, 480],
  panelsWidth: [260, 640],
  panelsSplit: [0.15, 0.85],
};

export function changeSettings(settings: Settings, changes: Partial<Settings>): Settings {
  const changed = { ...settings, ...changes };
  for (const [key, [least, most]] of Object.entries(bounds)) {
    const name = key as NumberSetting;
    changed[name] = Math.min(most, Math.max(least, changed[name]));
  }
  return changed;
}

/** Takes every field it can use; one unknown or wrong value (of a newer version, say) does not cost the others. */
export const storedSettings: Shape<Settings> = (value) => {
  if (typeof value !== 'object' || value === null) return { ...DEFAULT_SETTINGS };
  const usable = Object.entries(settingFields).flatMap(([key, shape]) => {
    try {
      return [[key, shape((value as Record<string, unknown>)[key])]];
    } catch {
      return [];
    }
  });
  return changeSettings(DEFAULT_SETTINGS, Object.fromEntries(usable));
};
