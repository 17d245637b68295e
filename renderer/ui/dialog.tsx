import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A dialogue over the window. When it goes, the focus goes back to what had it. @param props.onClosed takes it away */
export function Dialog(props: {
  title: string;
  class?: string;
  onClosed(before: Element | null): void;
  onClose(): void;
  children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    // Read from its beginning: the button at its end would else have the focus, and be scrolled to.
    if (!element.current?.querySelector('input[type="search"]'))
      element.current?.querySelector('h2')?.focus();
    return () => props.onClosed(before);
  }, []);
  return (
    <dialog ref={element} class={props.class} aria-label={props.title} onClose={props.onClose}>
      <h2 tabIndex={-1}>{props.title}</h2>
      {props.children}
      <div class="row end">
        <button type="button" class="primary" onClick={props.onClose}>
          Close
        </button>
      </div>
    </dialog>
  );
}
