import type { Article, Block, FileFormat, ReaderChoices, SourceInfo } from '../../contract';
import type { Draft } from '../read/draft';
import type { ReadResult } from '../stages';
import type { SourceKind } from './keep-prose';
import { chooseMetadata } from './metadata/choose';
import { numberBlocks } from './number-blocks';
import { prune } from './prune';
import { keepOrRemove, removedShare } from './removals';
import { withTitle } from './title-block';

/**
 * Makes the article of a draft: what is not part of it goes into `removals`, each with its reason and rule.
 * What the reader put back (`choices.restored`, ids of removals) stays. Nothing is lost: every piece of text of the
 * draft is in `blocks` or in `removals`.
 */
export function cleanDraft(draft: Draft, info: SourceInfo, choices: ReaderChoices): ReadResult {
  const found = chooseMetadata(draft, info.name, choices);
  const pruned = prune(draft.blocks, found.title?.value ?? null, sourceKind(draft.detected.format));
  const { title, decisions, titleBlock, taken } = withTitle(draft.blocks, pruned, found.title);
  const sorted = keepOrRemove(draft.blocks, decisions, taken, new Set(choices.restored));
  const kept: Block[] = titleBlock ? [titleBlock, ...sorted.kept] : sorted.kept;
  const numbered = numberBlocks(kept, [...draft.removals, ...sorted.removals]);
  const article: Article = {
    source: info,
    detected: draft.detected,
    ...found,
    title,
    titleBlock: titleBlock ? (numbered.blocks[0]?.id ?? null) : null,
    blocks: numbered.blocks,
    removals: numbered.removals,
    removedShare: removedShare(numbered.blocks, numbered.removals),
    original: draft.original,
  };
  return { article, images: draft.images };
}

function sourceKind(format: FileFormat): SourceKind {
  return format === 'html' || format === 'mhtml' || format === 'text' ? 'page' : 'document';
}
