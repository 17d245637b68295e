import { useSignalEffect } from '@preact/signals';
import { settings } from './state/settings';

const faces = {
  serif: 'var(--serif)',
  sans: 'var(--sans)',
  legible: 'var(--legible)',
} as const;

/** Writes the settings that styles depend on to the root element. */
export function useAppearance(): void {
  useSignalEffect(() => {
    const now = settings.value;
    const root = document.documentElement;
    root.dataset.theme = now.theme;
    const set = (name: string, value: string) => root.style.setProperty(name, value);
    set('--reading-face', faces[now.typeface]);
    set('--reading-size', `${now.fontSize}px`);
    set('--reading-width', `${now.lineWidth}em`);
    set('--reading-line', String(now.lineHeight));
    set('--reading-letters', `${now.letterSpacing}em`);
    set('--reading-words', `${now.wordSpacing}em`);
    set('--library-width', `${now.libraryWidth}px`);
    set('--panels-width', `${now.panelsWidth}px`);
    set('--panels-split', `${now.panelsSplit * 100}%`);
  });
}
