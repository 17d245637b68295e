import type { Analysis, ExportFormat } from '../../electron/contract';
import { webAnnotations } from './annotations';
import type { Exported } from './context';
import { entitiesCsv, entitiesJson, entitiesMarkdown } from './entities';
import { timelineCalendar } from './icalendar';
import { timelinePicture } from './picture';
import { timelineCsv, timelineJson, timelineMarkdown } from './timeline';
import { timelineJs } from './timelinejs';

export type { Exported } from './context';

/** How each export is made, what a menu calls it, and the end of the file's name. */
export const exporters: Record<
  ExportFormat,
  { label: string; suffix: string; make(analysis: Analysis): Exported }
> = {
  'entities-csv': { label: 'Entities, CSV', suffix: 'entities.csv', make: entitiesCsv },
  'entities-json': { label: 'Entities, JSON', suffix: 'entities.json', make: entitiesJson },
  'entities-markdown': { label: 'Entities, Markdown', suffix: 'entities.md', make: entitiesMarkdown },
  'entities-annotations': { label: 'Web Annotations', suffix: 'annotations.jsonld', make: webAnnotations },
  'timeline-csv': { label: 'Timeline, CSV', suffix: 'timeline.csv', make: timelineCsv },
  'timeline-json': { label: 'Timeline, JSON', suffix: 'timeline.json', make: timelineJson },
  'timeline-markdown': { label: 'Timeline, Markdown', suffix: 'timeline.md', make: timelineMarkdown },
  'timeline-icalendar': { label: 'Timeline, iCalendar', suffix: 'timeline.ics', make: timelineCalendar },
  'timeline-timelinejs': { label: 'Timeline, TimelineJS', suffix: 'timelinejs.json', make: timelineJs },
  'timeline-svg': { label: 'Timeline, picture (SVG)', suffix: 'timeline.svg', make: timelinePicture },
};
