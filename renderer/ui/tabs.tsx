/** Tabs that take the place of both panels where the window is too narrow for them. */
export function Tabs<T extends string>(props: {
  label: string;
  chosen: T;
  choices: readonly (readonly [T, string])[];
  onChoose(choice: T): void;
}) {
  return (
    <fieldset class="tabs" aria-label={props.label}>
      {props.choices.map(([value, label]) => (
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
