/** Lets the person say which of the others this one is. `choices` come in the order they are offered. */
export function SameAsForm<T extends { id: string }>(props: {
  choices: readonly T[];
  labelOf(choice: T): string;
  onMerge(into: T): void;
}) {
  const merge = (event: SubmitEvent) => {
    event.preventDefault();
    const id = new FormData(event.currentTarget as HTMLFormElement).get('into');
    const into = props.choices.find((choice) => choice.id === id);
    if (into) props.onMerge(into);
  };
  return (
    <form class="row" onSubmit={merge}>
      <label>
        Is the same as{' '}
        <select name="into" ref={(element) => element?.focus()}>
          {props.choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {props.labelOf(choice)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        Merge
      </button>
    </form>
  );
}
