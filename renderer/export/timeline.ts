import type { Analysis, TimelineEvent } from '../../electron/contract';
import { articleName, SpanText } from './context';
import { csvOf } from './csv';
import { provenance } from './entities';
import { markdownText } from './markdown';

interface Row {
  event: TimelineEvent;
  /** The words that tell the time. */
  words: string;
  /** The sentence the event stands in. */
  sentence: string;
  names: string[];
}

/** Dated events first, by day; then vague and undated ones in the order of the text. */
export function timelineRows(analysis: Analysis): Row[] {
  const spans = new SpanText(analysis);
  const expressions = new Map(analysis.expressions.map((expression) => [expression.id, expression.text]));
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]));
  const order = (event: TimelineEvent) => event.time?.first ?? '9999-99-99';
  return [...analysis.events]
    .sort((a, b) => order(a).localeCompare(order(b)))
    .map((event) => ({
      event,
      words: expressions.get(event.expression ?? '') ?? '',
      sentence: spans.words(event.sentence),
      names: event.entities.flatMap((id) => names.get(id) ?? []),
    }));
}

export function timelineCsv(analysis: Analysis): string {
  const head = [
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
  const rows = timelineRows(analysis).map(({ event, words, sentence, names }) => [
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
  return csvOf([head, ...rows]);
}

export function timelineJson(analysis: Analysis): string {
  const events = timelineRows(analysis).map(({ event, words, sentence, names }) => ({
    headline: event.headline,
    status: event.status,
    source: event.source,
    time: event.time,
    words,
    entities: names,
    sentence,
    span: event.clause,
  }));
  return `${JSON.stringify({ ...provenance(analysis), events }, null, 2)}\n`;
}

export function timelineMarkdown(analysis: Analysis): string {
  const lines = timelineRows(analysis).map(({ event, words }) => {
    const found = [words && `“${words}”`, event.time?.origin.explanation].filter(Boolean).join(': ');
    const status = event.status === 'happened' ? '' : ` (${event.status})`;
    return `- **${dayWords(event)}** ${markdownText(event.headline)}${status}${found ? `  \n  ${markdownText(found)}` : ''}`;
  });
  return `# Timeline of “${markdownText(articleName(analysis))}”\n\n${lines.join('\n')}\n`;
}

function dayWords({ time }: TimelineEvent): string {
  if (!time) return 'Undated';
  if (time.first === null) return markdownText(time.relative?.label ?? 'No exact time');
  return time.first === time.last ? time.first : `${time.first} to ${time.last}`;
}
