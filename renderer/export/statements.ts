import type { AnalysedArticle, EntityType, StatementKind, TextSpan } from '../../electron/contract';
import { SpanText } from './context';
import { markdownText } from './markdown';

/** A statement in words. */
export interface SpokenRow {
  /** The entity's name; the article's own words where they are tied to none; null where it names nobody. */
  speaker: string | null;
  /** Null where the speaker is tied to no entity. */
  type: EntityType | null;
  kind: StatementKind;
  /** What is said; parts that the telling breaks apart are joined by dots. */
  words: string;
  cue: string | null;
  /** Where it begins. */
  first: TextSpan;
}

/** Who says what, in reading order. */
export function spokenOf(analysis: AnalysedArticle): SpokenRow[] {
  const spans = new SpanText(analysis);
  const byId = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  return analysis.statements.flatMap(({ kind, content, speaker, cue }) => {
    const [first] = content;
    if (!first) return [];
    const entity = byId.get(speaker?.entity ?? '');
    return {
      speaker: entity?.name ?? speaker?.text ?? null,
      type: entity?.type ?? null,
      kind,
      words: content.map((span) => spans.words(span)).join(' … '),
      cue: cue && spans.words(cue),
      first,
    };
  });
}

/** The same as data, with the spans; UTF-16 units in the block's text, half open. */
export function statementsJson(analysis: AnalysedArticle): object[] {
  const spans = new SpanText(analysis);
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]));
  return analysis.statements.map(({ kind, content, speaker, cue }) => ({
    speaker: speaker && { words: speaker.text, entity: names.get(speaker.entity ?? '') ?? null },
    kind,
    content: content.map((span) => ({ text: spans.words(span), span })),
    cue: cue && spans.words(cue),
  }));
}

/** A line each, under whoever is named as its speaker; what nobody is named for is left out. */
export function statementsMarkdown(analysis: AnalysedArticle): string {
  return spokenOf(analysis)
    .flatMap(({ speaker, kind, words }) =>
      speaker === null ? [] : [`- **${markdownText(speaker)}** (${kind}): ${markdownText(words)}`],
    )
    .join('\n');
}
