import type { Shape } from '../checks/shape';
import { settingFields } from '../checks/shapes';
import { usableFields } from '../checks/stored';
import { DEFAULT_SETTINGS, type NumberSetting, SETTING_BOUNDS, type Settings } from '../contract';

export function changeSettings(settings: Settings, changes: Partial<Settings>): Settings {
  const changed = { ...settings, ...changes };
  for (const [key, [least, most]] of Object.entries(SETTING_BOUNDS)) {
    const name = key as NumberSetting;
    changed[name] = Math.min(most, Math.max(least, changed[name]));
  }
  return changed;
}

/** Takes every field it can use; one unknown or wrong value (of a newer version, say) does not cost the others. */
export const storedSettings: Shape<Settings> = (value) => {
  const usable = typeof value === 'object' && value !== null ? usableFields(settingFields, value) : {};
  return changeSettings(DEFAULT_SETTINGS, usable);
};
