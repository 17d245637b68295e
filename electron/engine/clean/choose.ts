import type { Article, Found, ReaderChoices } from '../../contract';
import type { Draft, MetadataCandidate } from '../read/draft';

type Metadata = Pick<Article, 'title' | 'byline' | 'site' | 'language' | 'publicationDate'>;

function first(draft: Draft, field: MetadataCandidate['field']): Found<string> | null {
  const candidate = draft.candidates.find((one) => one.field === field && one.value.trim() !== '');
  if (!candidate) return null;
  const { value, source, words } = candidate;
  return { value: value.trim(), source, ...(words !== undefined && { words }) };
}

/** Takes the first candidate of each field: readers list them best first. The reader's own date wins. */
export function chooseMetadata(draft: Draft, choices: ReaderChoices): Metadata {
  return {
    title: first(draft, 'title'),
    byline: first(draft, 'byline'),
    site: first(draft, 'site'),
    language: first(draft, 'language'),
    publicationDate: choices.publicationDate
      ? { value: choices.publicationDate, source: 'reader' }
      : first(draft, 'publicationDate'),
  };
}
