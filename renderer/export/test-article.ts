import type { AnalysedArticle, ExportFormat, TimeValue } from '../../electron/contract';
import { exporters } from '.';

export const stated = (
  timex: string,
  first: string,
  last: string,
  precision: TimeValue['precision'],
): TimeValue => ({
  timex,
  first,
  last,
  precision,
  modifier: null,
  open: null,
  edtf: timex,
  inferred: false,
  origin: { kind: 'stated', explanation: 'as written' },
  relative: null,
});

export const text = 'Ms Lindqvist sailed on 9 March 2024. The pier opens in May 2026.';
export const span = (start: number, end: number) => ({ block: 'b1', start, end });

export const analysis: AnalysedArticle = {
  engineVersion: '1',
  article: {
    source: {
      name: 'ferry.txt',
      size: 64,
      modified: 1_700_000_000_000,
      hash: 'ab'.repeat(32),
    },
    detected: { format: 'text', encoding: 'utf-8', encodingSource: 'utf-8' },
    title: { value: 'Ferry, “returns”', source: 'heading' },
    byline: null,
    site: null,
    language: null,
    publicationDate: { value: '2026-04-17', source: 'reader' },
    kind: null,
    titleBlock: null,
    blocks: [{ id: 'b1', kind: 'paragraph', text, marks: [] }],
    removals: [],
    removedShare: 0,
  },
  publicationDate: { value: '2026-04-17', source: 'reader' },
  unapplied: [],
  support: { state: 'supported' },
  sentences: [span(0, 36), span(37, 64)],
  mentions: [{ id: 'm1', span: span(0, 12), text: 'Ms Lindqvist', entity: 'e1' }],
  suggestedMerges: [],
  references: [],
  statements: [],
  entities: [
    {
      id: 'e1',
      type: 'person',
      name: 'Lindqvist',
      aliases: [{ name: 'Ms Lindqvist', reason: 'title', count: 1 }],
      mentions: ['m1'],
      roles: [],
      together: [],
      corrected: false,
    },
  ],
  expressions: [
    { id: 't1', span: span(23, 35), text: '9 March 2024', type: 'DATE', value: null, timex: '2024-03-09' },
    { id: 't2', span: span(55, 63), text: 'May 2026', type: 'DATE', value: null, timex: '2026-05' },
  ],
  events: [
    {
      id: 'v2',
      time: stated('2026-05', '2026-05-01', '2026-05-31', 'month'),
      expression: 't2',
      clause: span(37, 64),
      sentence: span(37, 64),
      headline: 'The pier opens',
      status: 'planned',
      source: null,
      entities: [],
      corrected: false,
    },
    {
      id: 'v1',
      time: stated('2024-03-09', '2024-03-09', '2024-03-09', 'day'),
      expression: 't1',
      clause: span(0, 36),
      sentence: span(0, 36),
      headline: 'Ms Lindqvist <sailed>, alone; gladly',
      status: 'happened',
      source: null,
      entities: ['e1'],
      corrected: false,
    },
  ],
};

/** The content of an export that has some. */
export function made(format: ExportFormat, of: AnalysedArticle = analysis): string {
  const { content } = exporters[format](of);
  if (content === null) throw new Error(`${format} gave no content`);
  return content;
}

/** The analysis with one more event, at the time given. */
export function withEvent(time: TimeValue | null, headline = 'The yard was laid out'): AnalysedArticle {
  const [first] = analysis.events;
  if (!first) throw new Error('no event');
  return { ...analysis, events: [...analysis.events, { ...first, id: 'v3', time, headline }] };
}

export const since1987: TimeValue = {
  ...stated('1987', '1987-01-01', '1987-12-31', 'year'),
  open: 'end',
  edtf: '1987/..',
};
export const in44BC = stated('BC0044', '-0043-01-01', '-0043-12-31', 'year');
export const someTime = stated('2024-03-09', '2024-03-09', '2024-03-09', 'day');
