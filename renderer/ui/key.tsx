/** The key that presses the button it stands on; not read out, because the key sheet lists it. */
export function Key({ letter }: { letter: string }) {
  return (
    <span class="key" aria-hidden="true">
      {letter}
    </span>
  );
}
