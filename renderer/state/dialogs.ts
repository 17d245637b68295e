import { signal } from '@preact/signals';

/** The form that sets the publication day is open. */
export const dateAsked = signal(false);

/** The one dialogue that is open over the window. */
export const dialog = signal<'settings' | 'keys' | 'about' | 'removed' | 'corrections' | null>(null);

/** The small typography and theme panel behind "Aa" is open. */
export const typePanelOpen = signal(false);
export const exportMenuOpen = signal(false);
