import { expect, it } from 'vitest';
import type { AnalysedArticle, TimelineEvent, TimeValue } from '../../contract';
import { analysisAsMarkdown } from './analysis-as-markdown';

const span = { block: 'b1', start: 0, end: 4 };

function event(headline: string, time: Partial<TimeValue> | null): TimelineEvent {
  return {
    id: headline,
    time: time && {
      timex: '',
      first: null,
      last: null,
      precision: 'day',
      modifier: null,
      open: null,
      edtf: null,
      inferred: false,
      origin: { kind: 'stated', explanation: 'as written' },
      relative: null,
      ...time,
    },
    expression: null,
    clause: span,
    sentence: span,
    headline,
    status: 'happened',
    source: null,

    entities: [],
    corrected: false,
  };
}

const analysis: AnalysedArticle = {
  engineVersion: 'test',
  article: {
    source: { name: 'tide.txt', size: 1, modified: 0, hash: 'h' },
    detected: { format: 'text', encoding: 'utf-8', encodingSource: 'utf-8' },
    title: { value: 'High tide', source: 'file-name' },
    byline: null,
    site: null,
    language: null,
    publicationDate: null,
    kind: null,
    titleBlock: null,
    blocks: [{ id: 'b1', kind: 'paragraph', text: 'Tide.', marks: [] }],
    removals: [
      {
        id: 'b2',
        stage: 'prune',
        reason: 'share',
        rule: 'words of a share row',
        blocks: [{ id: 'b2', kind: 'paragraph', text: 'Share', marks: [] }],
        after: null,
      },
    ],
    removedShare: 0.1,
  },
  publicationDate: null,
  support: { state: 'supported' },
  sentences: [],
  mentions: [],

  suggestedMerges: [],
  references: [],
  statements: [],
  entities: [
    {
      id: 'e1',
      type: 'person',
      name: 'Ada Holm',
      aliases: [{ name: 'Holm', reason: 'same surname', count: 2 }],
      mentions: ['m1', 'm2', 'm3'],
      roles: [],
      together: [],
      corrected: false,
    },
  ],
  expressions: [],
  unapplied: [],
  events: [
    event('Undated one', null),
    event('Later one', { relative: { label: 'next week', firstOffset: 7, lastOffset: 13 } }),
    event('Earlier one', { relative: { label: 'yesterday', firstOffset: -1, lastOffset: -1 } }),
    event('Dated one', { first: '2024-03-01', last: '2024-03-31', precision: 'month' }),
  ],
};

it('writes the article, then who is named, what happened in order, and what was taken out', () => {
  expect(analysisAsMarkdown(analysis).split('\n\n')).toEqual([
    '# High tide',
    '_no publication date · tide.txt_',
    'Tide.',
    '## Entities',
    '### Persons',
    '- **Ada Holm** ×3; also Holm ×2',
    '## Timeline',
    [
      '- **2024-03** Dated one\n  as written',
      '- **yesterday** Earlier one\n  as written',
      '- **next week** Later one\n  as written',
      '- **Undated** Undated one',
    ].join('\n'),
    '## Removed',
    '- share: Share — words of a share row\n',
  ]);
});

it('says what was not looked for, and what was looked for and not found', () => {
  const empty = { ...analysis, entities: [], events: [] };
  expect(analysisAsMarkdown(empty)).toContain(
    '## Entities\n\nNo names found.\n\n## Timeline\n\nNo dates found.',
  );
  const foreign = { ...empty, support: { state: 'unsupported', language: 'de' } } as const;
  expect(analysisAsMarkdown(foreign)).toContain('a language not supported yet (de)');
  expect(analysisAsMarkdown(foreign)).not.toContain('No dates found');
});
