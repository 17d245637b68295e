import { changeSettings, settings } from './state/settings';

type Sized = 'libraryWidth' | 'panelsWidth' | 'panelsSplit';

/** Share of the range that one arrow key moves. */
const KEY_STEP = 1 / 20;

/** A line between two panels, moved by pointer or by arrow keys. `grows` is the sign of a move to the right or down. */
export function Resizer(props: {
  name: Sized;
  label: string;
  least: number;
  most: number;
  grows: 1 | -1;
  vertical?: boolean;
}) {
  const { name, least, most, grows, vertical = false } = props;
  const value = settings.value[name];
  const set = (next: number) => void changeSettings({ [name]: Math.min(most, Math.max(least, next)) });
  const onKeyDown = (event: KeyboardEvent) => {
    const keys = vertical ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const direction = [-1, 1][keys.indexOf(event.key)];
    if (direction === undefined) return;
    event.preventDefault();
    set(value + direction * grows * (most - least) * KEY_STEP);
  };
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const handle = event.currentTarget;
    const room = vertical ? (handle.parentElement?.clientHeight ?? 1) : 1;
    const start = vertical ? event.clientY : event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => {
      const distance = (vertical ? moved.clientY : moved.clientX) - start;
      set(value + (grows * distance) / room);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be focused and moved; a separator with a value is a widget
    <div
      class={vertical ? 'resizer vertical' : 'resizer'}
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={vertical ? 'horizontal' : 'vertical'}
      aria-valuemin={vertical ? least * 100 : least}
      aria-valuemax={vertical ? most * 100 : most}
      aria-valuenow={Math.round(vertical ? value * 100 : value)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
