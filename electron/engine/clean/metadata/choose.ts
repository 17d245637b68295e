import type { Article, Decisions, Found } from '../../../contract';
import type { Draft } from '../../read/draft';
import { chooseByline } from './byline';
import { chooseLanguage } from './language';
import { numericOrder } from './numeric-order';
import { findPublicationDate } from './publication-date';
import { chooseSite } from './site';
import { choosePageTitle, chooseTitle, comparable } from './title';

export type Metadata = Pick<Article, 'title' | 'byline' | 'site' | 'language' | 'publicationDate'>;

/** UTF-16 units; what is longer is no title or name but a text, or made to keep us busy. */
const LONGEST_VALUE = 1000;

/** Index of the block that shows the title, a heading rather than a line; minus one when none does. */
function indexOfTitle({ blocks, candidates }: Draft): number {
  const titles = candidates.filter(({ field }) => field === 'title').map(({ value }) => comparable(value));
  const shows = (text: string) => {
    const line = comparable(text);
    return line.length >= 8 && titles.some((title) => title === line || title.startsWith(`${line} `));
  };
  const heading = blocks.findIndex(({ block }) => block.kind === 'heading' && shows(block.text));
  if (heading >= 0) return heading;
  const line = blocks.findIndex(
    ({ block }) => block.kind === 'paragraph' && block.text.length < 300 && shows(block.text),
  );
  return line >= 0 ? line : blocks.findIndex(({ block }) => block.kind === 'heading' && block.level === 1);
}

/**
 * Chooses the metadata of an article among what its reader found and what its text states. Each value carries its
 * source and words. The day the reader set wins over everything.
 * @param fileName name of the file, which may carry a day
 */
export function chooseMetadata(found: Draft, fileName: string, decisions: Decisions): Metadata {
  const draft = {
    ...found,
    candidates: found.candidates.filter(({ value }) => value.length <= LONGEST_VALUE),
  };
  const site = chooseSite(draft.candidates);
  const language = chooseLanguage(draft);
  const title = indexOfTitle(draft);
  const publicationDate = decisions.publicationDate
    ? { value: decisions.publicationDate, source: 'reader' as const }
    : findPublicationDate(draft, title, fileName, numericOrder(stated(draft, language)));
  return {
    title: titleOf(draft, site?.value ?? null) ?? titleOfFile(fileName),
    byline: chooseByline(draft.candidates, draft.blocks, title),
    site,
    language,
    publicationDate,
  };
}

function titleOf({ kind, candidates }: Draft, site: string | null): Found<string> | null {
  if (kind === 'document') return chooseTitle(candidates, site);
  const host = candidates.find(({ field, source }) => field === 'site' && source === 'url')?.value ?? null;
  return choosePageTitle(candidates, site, host);
}

/** What a file without a title is called: its own name, and the source says that it is no more. */
function titleOfFile(fileName: string): Found<string> | null {
  const value = fileName.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').trim();
  return value === '' ? null : { value, source: 'file-name', words: fileName };
}

/** A stated tag keeps its country ("en-GB"), which a detected one does not have. */
function stated(draft: Draft, language: Found<string> | null): string | null {
  const tags = draft.candidates
    .filter(({ field }) => field === 'language')
    .map(({ value }) => value.replace('_', '-'));
  const same = tags.filter(
    (tag) => language && tag.toLowerCase().startsWith(language.value.toLowerCase().slice(0, 2)),
  );
  return same.find((tag) => tag.includes('-')) ?? language?.value ?? null;
}
