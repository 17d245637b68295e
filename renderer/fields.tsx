import { SETTING_BOUNDS, type Settings } from '../electron/contract';
import { changeSettings, settings } from './state/settings';

type NameOf<V> = { [K in keyof Settings]: Settings[K] extends V ? K : never }[keyof Settings];

/** A few options side by side, one pressed. */
export function Options<N extends NameOf<string>>(props: {
  name: N;
  label: string;
  options: readonly (readonly [Settings[N], string])[];
}) {
  return (
    <fieldset class="options">
      <legend>{props.label}</legend>
      {props.options.map(([value, label]) => (
        <button
          key={String(value)}
          type="button"
          aria-pressed={settings.value[props.name] === value}
          onClick={() => void changeSettings({ [props.name]: value } as Partial<Settings>)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

export function Slider(props: { name: NameOf<number>; label: string; step: number; shown: string }) {
  return (
    <label class="slider">
      <span>{props.label}</span>
      <input
        type="range"
        min={SETTING_BOUNDS[props.name][0]}
        max={SETTING_BOUNDS[props.name][1]}
        step={props.step}
        value={settings.value[props.name]}
        onInput={(event) => void changeSettings({ [props.name]: event.currentTarget.valueAsNumber })}
      />
      <output>{props.shown}</output>
    </label>
  );
}

export function Switch(props: { name: NameOf<boolean>; label: string }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={settings.value[props.name]}
        onChange={(event) => void changeSettings({ [props.name]: event.currentTarget.checked })}
      />{' '}
      {props.label}
    </label>
  );
}
