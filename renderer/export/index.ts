import type { AnalysedArticle, ExportFormat } from '../../electron/contract';
import { webAnnotations } from './annotations';
import type { Exported } from './context';
import { entitiesCsv, entitiesJson, entitiesMarkdown } from './entities';
import { timelineCalendar } from './icalendar';
import { timelinePicture } from './picture';
import { timelineCsv, timelineJson, timelineMarkdown } from './timeline';
import { timelineJs } from './timelinejs';

export type { Exported } from './context';

/** How each export is made. Its name and the end of its file's name are the contract's. */
export const exporters: Record<ExportFormat, (analysed: AnalysedArticle) => Exported> = {
  'entities-csv': entitiesCsv,
  'entities-json': entitiesJson,
  'entities-markdown': entitiesMarkdown,
  'entities-annotations': webAnnotations,
  'timeline-csv': timelineCsv,
  'timeline-json': timelineJson,
  'timeline-markdown': timelineMarkdown,
  'timeline-icalendar': timelineCalendar,
  'timeline-timelinejs': timelineJs,
  'timeline-svg': timelinePicture,
};
