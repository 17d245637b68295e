/** Outlines on a 16 by 16 grid, drawn for Dateline; they take the text's colour. */
const outlines = {
  back: 'M10 3.5L5.5 8l4.5 4.5',
  forward: 'M6 3.5L10.5 8 6 12.5',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  find: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5L14 14',
  export: 'M8 10V2M5 4.5L8 1.8l3 2.7M3 8.5V14h10V8.5',
  left: 'M2.5 3h11v10h-11zM6 3v10',
  right: 'M2.5 3h11v10h-11zM10 3v10',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  undo: 'M6 3L3 6l3 3M3.5 6H10a3.5 3.5 0 0 1 0 7H6',
} as const;

export function Icon({ name }: { name: keyof typeof outlines }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
