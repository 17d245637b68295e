import { DEFAULT_SETTINGS, type Settings } from '../electron/contract';
import { Choice, Slider } from './fields';
import { typePanelOpen } from './state/dialogs';
import { changeSettings, settings } from './state/settings';
import { Popover } from './ui/popover';

export const themes: readonly [Settings['theme'], string][] = [
  ['auto', 'Auto'],
  ['light', 'Light'],
  ['sepia', 'Sepia'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];

export const typefaces: readonly [Settings['typeface'], string][] = [
  ['serif', 'Literata'],
  ['sans', 'Inter'],
  ['legible', 'Atkinson'],
];

const { typeface, fontSize, lineWidth, lineHeight, letterSpacing, wordSpacing } = DEFAULT_SETTINGS;
const defaultType = { typeface, fontSize, lineWidth, lineHeight, letterSpacing, wordSpacing };

function close(): void {
  typePanelOpen.value = false;
}

/** Everything about how the page looks, at hand while reading. */
export function TypePanel() {
  return (
    <Popover class="type-panel" label="Type and theme" onClose={close}>
      <TypeFields />
      <div class="row end">
        <button type="button" class="plain" onClick={() => void changeSettings(defaultType)}>
          Defaults
        </button>
        <button type="button" onClick={close}>
          Done
        </button>
      </div>
    </Popover>
  );
}

export function TypeFields() {
  return (
    <>
      <Choice name="theme" label="Theme" choices={themes} />
      <Choice name="typeface" label="Typeface" choices={typefaces} />
      <Slider
        name="fontSize"
        label="Size"
        least={12}
        most={40}
        step={1}
        shown={`${settings.value.fontSize} px`}
      />
      <Slider
        name="lineWidth"
        label="Line width"
        least={20}
        most={60}
        step={1}
        shown={`${settings.value.lineWidth} em`}
      />
      <Slider
        name="lineHeight"
        label="Line height"
        least={1}
        most={2.6}
        step={0.1}
        shown={settings.value.lineHeight.toFixed(1)}
      />
      <Slider
        name="letterSpacing"
        label="Letter spacing"
        least={0}
        most={0.2}
        step={0.01}
        shown={settings.value.letterSpacing.toFixed(2)}
      />
      <Slider
        name="wordSpacing"
        label="Word spacing"
        least={0}
        most={0.5}
        step={0.02}
        shown={settings.value.wordSpacing.toFixed(2)}
      />
    </>
  );
}
