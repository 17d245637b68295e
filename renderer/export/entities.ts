import type { AnalysedArticle, Entity, EntityType } from '../../electron/contract';
import { articleName, type Exported, NO_NAMES, SpanText, whole } from './context';
import { csvOf } from './csv';
import { markdownText } from './markdown';
import { spokenOf, statementsJson, statementsMarkdown } from './statements';

const groups: readonly { title: string; types: readonly EntityType[] }[] = [
  { title: 'People', types: ['person'] },
  { title: 'Places', types: ['place'] },
  { title: 'Organisations', types: ['organisation'] },
  { title: 'Other', types: ['group', 'event', 'product', 'law', 'work', 'other'] },
];

const head = ['Entity', 'Type', 'Kind', 'Words', 'Why', 'Sentence', 'Article', 'File'];

/** One row a name, a reference or a statement, so that each can be checked against its sentence. */
export function entitiesCsv(analysis: AnalysedArticle): Exported {
  const spans = new SpanText(analysis);
  const byId = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const from = [articleName(analysis), analysis.article.source.name];
  const named = analysis.mentions.map(({ entity: id, span, text }) => {
    const entity = byId.get(id);
    const reason = entity?.aliases.find((alias) => alias.name === text)?.reason ?? '';
    return [
      entity?.name ?? text,
      entity?.type ?? 'other',
      'name',
      text,
      reason,
      spans.sentence(span),
      ...from,
    ];
  });
  const meant = analysis.references.map(({ span, text, entity: id, corrected }) => {
    const entity = byId.get(id);
    const reason = corrected ? 'set by the reader' : 'means it without naming it';
    return [entity?.name ?? '', entity?.type ?? '', 'reference', text, reason, spans.sentence(span), ...from];
  });
  const said = spokenOf(analysis).map(({ speaker, type, words, kind, cue, first }) => {
    const reason = cue ? `${kind}: “${cue}”` : kind;
    return [speaker ?? '', type ?? '', 'statement', words, reason, spans.sentence(first), ...from];
  });
  const rows = [...named, ...meant, ...said];
  return whole(csvOf([head, ...rows]), rows.length, NO_NAMES);
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
  const spoken = { statements: statementsJson(analysis), references: referenceRows(analysis) };
  const content = `${JSON.stringify({ ...provenance(analysis), entities, ...spoken }, null, 2)}\n`;
  return whole(content, entities.length, NO_NAMES);
}

function referenceRows(analysis: AnalysedArticle): object[] {
  return analysis.references.map(({ text, span, entity, confidence }) => ({
    text,
    span,
    entity: analysis.entities.find(({ id }) => id === entity)?.name ?? null,
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
    const lines = entities.map((entity) => entityLine(entity, analysis));
    return entities.length === 0 ? [] : [`## ${title}\n\n${lines.join('\n')}`];
  });
  const said = statementsMarkdown(analysis);
  const all = said === '' ? parts : [...parts, `## Who says what\n\n${said}`];
  const content = `# Entities in “${markdownText(articleName(analysis))}”\n\n${all.join('\n\n')}\n`;
  return whole(content, all.length, NO_NAMES);
}

function entityLine(entity: Entity, analysis: AnalysedArticle): string {
  const count = entity.mentions.length;
  const roles = entity.roles.map((role) => markdownText(role.text)).join('; ');
  const aliases = entity.aliases.map(
    (a) => `\n  - also “${markdownText(a.name)}”: ${markdownText(a.reason)}`,
  );
  const head = `- **${markdownText(entity.name)}** (${count} ${count === 1 ? 'mention' : 'mentions'})`;
  return `${head}${roles ? `, ${roles}` : ''}${aliases.join('')}${meantLine(entity, analysis)}`;
}

/** The words that mean it without naming it, each wording once with its count. */
function meantLine({ id }: Entity, { references }: AnalysedArticle): string {
  const counts = new Map<string, number>();
  for (const { entity, text } of references) {
    const words = text.toLowerCase();
    if (entity === id) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const words = [...counts].map(
    ([text, count]) => `“${markdownText(text)}”${count > 1 ? ` ${count} times` : ''}`,
  );
  return words.length === 0 ? '' : `\n  - meant by ${words.join(', ')}`;
}
