/**
 * The looks of the window. `paper` is the page's colour, for the moment before the page has drawn; a test holds it to
 * the style sheet's. `auto` follows the system, with the colours of Light or Dark.
 */
export const THEMES = [
  { theme: 'auto', name: 'Auto', paper: null },
  { theme: 'light', name: 'Light', paper: '#fffefc' },
  { theme: 'sepia', name: 'Sepia', paper: '#f4ecd8' },
  { theme: 'dark', name: 'Dark', paper: '#1c1b1f' },
  { theme: 'contrast', name: 'High contrast', paper: '#000000' },
] as const;
export type Theme = (typeof THEMES)[number]['theme'];

export const TYPEFACES = [
  { typeface: 'serif', name: 'Literata' },
  { typeface: 'sans', name: 'Inter' },
  { typeface: 'legible', name: 'Atkinson' },
] as const;
export type Typeface = (typeof TYPEFACES)[number]['typeface'];

export const PANEL_TABS = ['entities', 'timeline'] as const;
/** The lists at the left; `auto` is the library once it holds something and no file stands open. */
export const LIST_TABS = ['auto', 'open', 'library'] as const;
export const TIMELINE_ORDERS = ['date', 'article'] as const;
export const ENTITY_ORDERS = ['count', 'name', 'article'] as const;

/** What a person set; kept between starts. Numbers are clamped to `SETTING_BOUNDS` on the way in. */
export interface Settings {
  theme: Theme;
  typeface: Typeface;
  /** CSS px. */
  fontSize: number;
  /** Measure in em. */
  lineWidth: number;
  lineHeight: number;
  /** em. */
  letterSpacing: number;
  /** em. */
  wordSpacing: number;
  showLibrary: boolean;
  showPanels: boolean;
  /** CSS px. */
  libraryWidth: number;
  /** CSS px. */
  panelsWidth: number;
  /** Share of the side given to the entities. */
  panelsSplit: number;
  /** Which panel is in front where the window is too narrow for both. */
  panelTab: (typeof PANEL_TABS)[number];
  /** Which list the left side shows. */
  listTab: (typeof LIST_TABS)[number];
  timelineOrder: (typeof TIMELINE_ORDERS)[number];
  entityOrder: (typeof ENTITY_ORDERS)[number];
  showMarks: boolean;
  singleKeys: boolean;
}

export type NumberSetting = { [K in keyof Settings]: Settings[K] extends number ? K : never }[keyof Settings];

/** Lowest and highest value of each number, in the unit that `Settings` states. */
export const SETTING_BOUNDS: Readonly<Record<NumberSetting, readonly [least: number, most: number]>> = {
  fontSize: [12, 40],
  lineWidth: [20, 60],
  lineHeight: [1, 2.6],
  letterSpacing: [0, 0.2],
  wordSpacing: [0, 0.5],
  libraryWidth: [180, 480],
  panelsWidth: [260, 640],
  panelsSplit: [0.15, 0.85],
};

export const DEFAULT_SETTINGS: Settings = {
  theme: 'auto',
  typeface: 'serif',
  fontSize: 19,
  lineWidth: 34,
  lineHeight: 1.6,
  letterSpacing: 0,
  wordSpacing: 0,
  showLibrary: true,
  showPanels: true,
  libraryWidth: 236,
  panelsWidth: 348,
  panelsSplit: 0.5,
  panelTab: 'entities',
  listTab: 'auto',
  timelineOrder: 'date',
  entityOrder: 'count',
  showMarks: true,
  singleKeys: true,
};
