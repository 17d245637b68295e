import type { AnalysedArticle, TextSpan } from '../../electron/contract';
import { articleName, type Exported, NO_NAMES, SpanText, whole } from './context';

/**
 * Mentions and dated events as a W3C Web Annotation page (https://www.w3.org/TR/annotation-model/). The target is the
 * file by its SHA-256, because a local file has no public address; the quote selects the words, so that the
 * annotation survives another cleaning.
 */
export function webAnnotations(analysis: AnalysedArticle): Exported {
  const target = targetsOf(analysis);
  const byId = new Map(analysis.entities.map((entity) => [entity.id, entity]));
  const named = analysis.mentions.map((mention) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:dateline:${analysis.article.source.hash}:${mention.id}`,
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      { type: 'TextualBody', purpose: 'identifying', value: byId.get(mention.entity)?.name ?? mention.text },
      { type: 'TextualBody', purpose: 'classifying', value: byId.get(mention.entity)?.type ?? 'other' },
    ],
    target: target(mention.span),
  }));
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:dateline:${analysis.article.source.hash}`,
    type: 'AnnotationPage',
    label: `Entities in “${articleName(analysis)}”`,
    items: named,
  };
  return whole(`${JSON.stringify(page, null, 2)}\n`, named.length, NO_NAMES);
}

function targetsOf(analysis: AnalysedArticle): (span: TextSpan) => object {
  const spans = new SpanText(analysis);
  const source = `urn:sha256:${analysis.article.source.hash}`;
  return (span) => ({
    source,
    selector: { type: 'TextQuoteSelector', exact: spans.words(span), ...spans.surroundings(span) },
  });
}
