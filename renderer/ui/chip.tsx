import type { ComponentChildren } from 'preact';

/** A small switch among a few; pressed state is told to assistive technology. */
export function Chip(props: { on: boolean; onClick(): void; title?: string; children: ComponentChildren }) {
  return (
    <button type="button" class="chip" aria-pressed={props.on} title={props.title} onClick={props.onClick}>
      {props.children}
    </button>
  );
}
