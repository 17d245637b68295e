/** Puts the focus on the text, where Space and the arrow keys scroll; a block in it that has the focus keeps it. */
export function focusText(): void {
  const text = document.querySelector<HTMLElement>('.scroller');
  if (text && !text.contains(document.activeElement)) text.focus({ preventScroll: true });
}

/** Gives the focus back to what had it before something floated over it, or else to the text. */
export function returnFocus(before: Element | null): void {
  const usable = before instanceof HTMLElement && before !== document.body && before.isConnected;
  if (usable) before.focus({ preventScroll: true });
  if (document.activeElement === document.body || document.activeElement === null) focusText();
}
