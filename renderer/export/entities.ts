import type { AnalysedArticle, Entity, EntityType } from '../../electron/contract';
import { articleName, type Exported, NO_NAMES, SpanText, whole } from './context';
import { csvOf } from './csv';
import { markdownText } from './markdown';

const groups: readonly { title: string; types: readonly EntityType[] }[] = [
  { title: 'People', types: ['person'] },
  { title: 'Places', types: ['place'] },
  { title: 'Organisations', types: ['organisation'] },
  { title: 'Other', types: ['group', 'event', 'product', 'law', 'work', 'other'] },
];

/** One row a mention, and behind them one a reference, so that each can be checked against its sentence. */
export function entitiesCsv(analysis: AnalysedArticle): Exported {
  const spans = new SpanText(analysis);
  const byId = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const rows = analysis.mentions.map((mention) => {
    const entity = byId.get(mention.entity);
    const reason = entity?.aliases.find((alias) => alias.name === mention.text)?.reason ?? '';
    return [
      entity?.name ?? mention.text,
      entity?.type ?? 'other',
      mention.text,
      reason,
      spans.sentence(mention.span),
      articleName(analysis),
      analysis.article.source.name,
    ];
  });
  const meant = analysis.references.map(({ span, text, entity }) => [
    byId.get(entity)?.name ?? '',
    byId.get(entity)?.type ?? 'other',
    text,
    'means it without naming it',
    spans.sentence(span),
    articleName(analysis),
    analysis.article.source.name,
  ]);
  const head = ['Entity', 'Type', 'Words', 'Why merged', 'Sentence', 'Article', 'File'];
  return whole(csvOf([head, ...rows, ...meant]), rows.length, NO_NAMES);
}

/** Entities with their mentions spelled out; spans count UTF-16 units in the block's text, half open. */
export function entitiesJson(analysis: AnalysedArticle): Exported {
  const spans = new SpanText(analysis);
  const mentions = new Map(analysis.mentions.map((mention) => [mention.id, mention]));
  const entities = analysis.entities.map((entity) => ({
    name: entity.name,
    type: entity.type,
    aliases: entity.aliases,
    roles: entity.roles.map((role) => role.text),
    mentions: entity.mentions
      .map((id) => mentions.get(id))
      .filter((mention) => mention !== undefined)
      .map(({ span, text }) => ({ text, span, sentence: spans.sentence(span) })),
  }));
  const spoken = { statements: statementRows(analysis), references: referenceRows(analysis) };
  const content = `${JSON.stringify({ ...provenance(analysis), entities, ...spoken }, null, 2)}\n`;
  return whole(content, entities.length, NO_NAMES);
}

const nameOf = ({ entities }: AnalysedArticle, id: string | null): string | null =>
  entities.find((entity) => entity.id === id)?.name ?? null;

/** Who says what: content and speaker spelled out. */
function statementRows(analysis: AnalysedArticle): object[] {
  const spans = new SpanText(analysis);
  return analysis.statements.map(({ kind, content, speaker, cue }) => ({
    speaker: speaker && { words: speaker.text, entity: nameOf(analysis, speaker.entity) },
    kind,
    content: content.map((span) => ({ text: spans.words(span), span })),
    cue: cue && spans.words(cue),
  }));
}

function referenceRows(analysis: AnalysedArticle): object[] {
  return analysis.references.map(({ text, span, entity, confidence }) => ({
    text,
    span,
    entity: nameOf(analysis, entity),
    confidence: Math.round(confidence * 100) / 100,
  }));
}

/** Where exported data comes from: enough to find the file again and to repeat the analysis. */
export function provenance(analysis: AnalysedArticle): object {
  const { source, publicationDate } = analysis.article;
  return {
    article: articleName(analysis),
    file: source.name,
    sha256: source.hash,
    publicationDate: publicationDate?.value ?? null,
    publicationDateSource: publicationDate?.source ?? null,
    engine: analysis.engineVersion,
  };
}

export function entitiesMarkdown(analysis: AnalysedArticle): Exported {
  const parts = groups.flatMap(({ title, types }) => {
    const entities = analysis.entities.filter((entity) => types.includes(entity.type));
    return entities.length === 0 ? [] : [`## ${title}\n\n${entities.map(entityLine).join('\n')}`];
  });
  const said = statementsMarkdown(analysis);
  const all = said === '' ? parts : [...parts, `## Who says what\n\n${said}`];
  const content = `# Entities in “${markdownText(articleName(analysis))}”\n\n${all.join('\n\n')}\n`;
  return whole(content, parts.length, NO_NAMES);
}

function entityLine(entity: Entity): string {
  const count = entity.mentions.length;
  const roles = entity.roles.map((role) => markdownText(role.text)).join('; ');
  const aliases = entity.aliases.map(
    (a) => `\n  - also “${markdownText(a.name)}”: ${markdownText(a.reason)}`,
  );
  const head = `- **${markdownText(entity.name)}** (${count} ${count === 1 ? 'mention' : 'mentions'})`;
  return `${head}${roles ? `, ${roles}` : ''}${aliases.join('')}`;
}

/** Statements of named speakers, a line each. */
function statementsMarkdown(analysis: AnalysedArticle): string {
  const spans = new SpanText(analysis);
  return analysis.statements
    .flatMap(({ content, speaker, kind }) => {
      const name = nameOf(analysis, speaker?.entity ?? null);
      const words = content.map((span) => markdownText(spans.words(span))).join(' … ');
      return name === null ? [] : [`- **${markdownText(name)}** (${kind}): ${words}`];
    })
    .join('\n');
}
