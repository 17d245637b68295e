/** What a person set; kept between starts. Ranges are checked on the way in and clamped to the given bounds. */
export interface Settings {
  theme: 'auto' | 'light' | 'sepia' | 'dark' | 'contrast';
  typeface: 'serif' | 'sans' | 'legible';
  /** CSS px, 12 to 40. */
  fontSize: number;
  /** Measure in em, 20 to 60. */
  lineWidth: number;
  /** 1.0 to 2.6. */
  lineHeight: number;
  /** em, 0 to 0.2. */
  letterSpacing: number;
  /** em, 0 to 0.5. */
  wordSpacing: number;
  showLibrary: boolean;
  showPanels: boolean;
  /** CSS px, 180 to 480. */
  libraryWidth: number;
  /** CSS px, 260 to 640. */
  panelsWidth: number;
  /** Share of the side given to the entities, 0.15 to 0.85. */
  panelsSplit: number;
  /** Which panel is in front where the window is too narrow for both. */
  panelTab: 'entities' | 'timeline';
  timelineOrder: 'date' | 'article';
  entityOrder: 'count' | 'name' | 'article';
  showMarks: boolean;
  singleKeys: boolean;
}

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
  timelineOrder: 'date',
  entityOrder: 'count',
  showMarks: true,
  singleKeys: true,
};
