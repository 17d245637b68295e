/** What the window can make of an article beside its PDF. `suffix` ends the suggested name of the file. */
export const EXPORTS = [
  { format: 'entities-csv', subject: 'Entities', name: 'CSV', suffix: 'entities.csv' },
  { format: 'entities-json', subject: 'Entities', name: 'JSON', suffix: 'entities.json' },
  { format: 'entities-markdown', subject: 'Entities', name: 'Markdown', suffix: 'entities.md' },
  {
    format: 'entities-annotations',
    subject: 'Entities',
    name: 'Web Annotations',
    suffix: 'annotations.jsonld',
  },
  { format: 'timeline-csv', subject: 'Timeline', name: 'CSV', suffix: 'timeline.csv' },
  { format: 'timeline-json', subject: 'Timeline', name: 'JSON', suffix: 'timeline.json' },
  { format: 'timeline-markdown', subject: 'Timeline', name: 'Markdown', suffix: 'timeline.md' },
  { format: 'timeline-icalendar', subject: 'Timeline', name: 'iCalendar', suffix: 'timeline.ics' },
  { format: 'timeline-timelinejs', subject: 'Timeline', name: 'TimelineJS', suffix: 'timelinejs.json' },
  { format: 'timeline-svg', subject: 'Timeline', name: 'picture (SVG)', suffix: 'timeline.svg' },
] as const;

export type ExportFormat = (typeof EXPORTS)[number]['format'];
