/** A few views that take turns; one is in front. */
export function Tabs<T extends string>(props: {
  label: string;
  chosen: T;
  options: readonly (readonly [T, string])[];
  onChoose(option: T): void;
}) {
  return (
    <fieldset class="tabs" aria-label={props.label}>
      {props.options.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.chosen}
          onClick={() => props.onChoose(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
