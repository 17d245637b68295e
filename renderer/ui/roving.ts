const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Moves the focus among the rows of a list by arrow keys, Home and End; the list is one stop of the Tab key.
 * @param selector finds the focusable element of each row
 */
export function moveInList(event: KeyboardEvent, list: HTMLElement | null, selector: string): void {
  const step = steps[event.key];
  const target = event.target as Element;
  if (step === undefined || !list || !target.matches(selector)) return;
  event.preventDefault();
  const rows = [...list.querySelectorAll<HTMLElement>(selector)];
  const to = rows.indexOf(target as HTMLElement) + step;
  rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus();
}
