import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * What floats over the window while it is needed. Focus goes in when it opens and back to its button on Escape; a
 * press elsewhere closes it.
 */
export function Popover(props: {
  class: string;
  label: string;
  onClose(): void;
  children: ComponentChildren;
}) {
  const box = useRef<HTMLElement>(null);
  const close = useRef(props.onClose);
  close.current = props.onClose;
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    box.current?.querySelector<HTMLElement>('input, select, button')?.focus();
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !opener?.contains(target)) close.current();
    };
    const onKey = (event: KeyboardEvent) => {
      const { activeElement } = document;
      const inside = element?.contains(activeElement) || activeElement === document.body;
      if (event.key !== 'Escape' || event.defaultPrevented || !inside) return;
      event.preventDefault();
      close.current();
      opener?.focus();
    };
    const element = box.current;
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
      // It goes with the focus in it, as after "Set date": the focus must not be lost with it.
      if (element?.contains(document.activeElement)) opener?.focus();
    };
  }, []);
  return (
    <section class={`popover ${props.class}`} aria-label={props.label} ref={box}>
      {props.children}
    </section>
  );
}
