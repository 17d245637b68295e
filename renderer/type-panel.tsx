import { DEFAULT_SETTINGS, THEMES, TYPEFACES } from '../electron/contract';
import { Options, Slider } from './fields';
import { typePanelOpen } from './state/dialogs';
import { changeSettings, settings } from './state/settings';
import { Popover } from './ui/popover';

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
      <Options name="theme" label="Theme" options={THEMES.map(({ theme, name }) => [theme, name] as const)} />
      <Options
        name="typeface"
        label="Typeface"
        options={TYPEFACES.map((face) => [face.typeface, face.name] as const)}
      />
      <Slider name="fontSize" label="Size" step={1} shown={`${settings.value.fontSize} px`} />
      <Slider name="lineWidth" label="Line width" step={1} shown={`${settings.value.lineWidth} em`} />
      <Slider name="lineHeight" label="Line height" step={0.1} shown={settings.value.lineHeight.toFixed(1)} />
      <Slider
        name="letterSpacing"
        label="Letter spacing"
        step={0.01}
        shown={settings.value.letterSpacing.toFixed(2)}
      />
      <Slider
        name="wordSpacing"
        label="Word spacing"
        step={0.02}
        shown={settings.value.wordSpacing.toFixed(2)}
      />
    </>
  );
}
