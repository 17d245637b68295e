import type { AnalysedArticle, TimelineEvent } from '../../electron/contract';
import { dayNumber } from '../time/calendar';
import { timeWords } from '../time/labels';
import { articleName, type Exported, NO_EVENTS, SpanText, whole } from './context';
import { csvOf } from './csv';
import { provenance } from './entities';
import { markdownText } from './markdown';

export interface Row {
  event: TimelineEvent;
  /** The words that tell the time. */
  words: string;
  /** The sentence the event stands in. */
  sentence: string;
  names: string[];
}

/** Dated events first, by day; then those that wait for the publication day; then the rest in the order of the text. */
export function timelineRows(analysis: AnalysedArticle): Row[] {
  const spans = new SpanText(analysis);
  const expressions = new Map(analysis.expressions.map((expression) => [expression.id, expression.text]));
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]));
  return [...analysis.events]
    .sort((a, b) => compare(orderOf(a), orderOf(b)))
    .map((event) => ({
      event,
      words: expressions.get(event.expression ?? '') ?? '',
      sentence: spans.words(event.sentence),
      names: event.entities.flatMap((id) => names.get(id) ?? []),
    }));
}

/** Rank, then first and last day within it. */
function orderOf({ time }: TimelineEvent): readonly number[] {
  if (time?.first && time.last) return [0, dayNumber(time.first), dayNumber(time.last)];
  return time?.relative ? [1, time.relative.firstOffset, time.relative.lastOffset] : [2];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const head = [
  'When',
  'EDTF',
  'First day',
  'Last day',
  'Precision',
  'Event',
  'Status',
  'According to',
  'Entities',
  'Words',
  'How found',
  'Sentence',
  'Article',
  'File',
];

export function timelineCsv(analysis: AnalysedArticle): Exported {
  const rows = timelineRows(analysis).map(({ event, words, sentence, names }) => [
    event.time ? timeWords(event.time) : '',
    event.time?.edtf ?? '',
    event.time?.first ?? '',
    event.time?.last ?? '',
    event.time?.precision ?? '',
    event.headline,
    event.status,
    event.source ?? '',
    names.join('; '),
    words,
    event.time?.origin.explanation ?? '',
    sentence,
    articleName(analysis),
    analysis.article.source.name,
  ]);
  return whole(csvOf([head, ...rows]), rows.length, NO_EVENTS);
}

export function timelineJson(analysis: AnalysedArticle): Exported {
  const events = timelineRows(analysis).map(({ event, words, sentence, names }) => ({
    headline: event.headline,
    status: event.status,
    source: event.source,
    when: event.time ? timeWords(event.time) : null,
    edtf: event.time?.edtf ?? null,
    time: event.time,
    words,
    entities: names,
    sentence,
    span: event.clause,
  }));
  const content = `${JSON.stringify({ ...provenance(analysis), events }, null, 2)}\n`;
  return whole(content, events.length, NO_EVENTS);
}

export function timelineMarkdown(analysis: AnalysedArticle): Exported {
  const lines = timelineRows(analysis).map(({ event, words }) => {
    const when = event.time ? timeWords(event.time) : 'Undated';
    const found = [words && `“${words}”`, event.time?.origin.explanation].filter(Boolean).join(': ');
    const status = event.status === 'happened' ? '' : ` (${event.status})`;
    return `- **${markdownText(when)}** ${markdownText(event.headline)}${status}${found ? `  \n  ${markdownText(found)}` : ''}`;
  });
  const content = `# Timeline of “${markdownText(articleName(analysis))}”\n\n${lines.join('\n')}\n`;
  return whole(content, lines.length, NO_EVENTS);
}
