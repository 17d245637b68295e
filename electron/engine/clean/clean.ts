import type { Article, Decisions, FileFormat, SourceInfo } from '../../contract';
import type { Draft, DraftBlock } from '../read/draft';
import type { ReadResult } from '../stages';
import { type Decision, remove } from './decision';
import type { SourceKind } from './keep-prose';
import { chooseMetadata } from './metadata/choose';
import { prune } from './prune';
import { keepOrRemove, removedShare, withoutLostNotes } from './removals';
import { withTitle } from './title-block';

/**
 * Makes the article of a draft: what is not part of it goes into `removals`, each with its reason and rule.
 * What the reader put back (`decisions.restored`, ids of blocks) stays. Nothing is lost: every piece of text of the
 * draft is in `blocks` or in `removals`. No block gets another id.
 */
export function cleanDraft(draft: Draft, info: SourceInfo, decisions: Decisions): ReadResult {
  const found = chooseMetadata(draft, info.name, decisions);
  const judged = judge(draft, found.title?.value ?? null);
  const { title, decisions: verdicts, titleBlock, shown } = withTitle(draft.blocks, judged, found.title);
  const sorted = keepOrRemove(draft.blocks, verdicts, shown, new Set(decisions.restored));
  const blocks = withoutLostNotes(titleBlock ? [titleBlock, ...sorted.kept] : sorted.kept);
  const article: Article = {
    source: info,
    detected: draft.detected,
    ...found,
    title,
    titleBlock: titleBlock?.id ?? null,
    blocks,
    removals: sorted.removals,
    removedShare: removedShare(blocks, sorted.removals),
  };
  return { article, original: draft.original, images: draft.images };
}

/** One decision a block. What the reader of the format took out is no neighbour of the text. */
function judge({ blocks, detected }: Draft, title: string | null): Decision[] {
  const judged = prune(
    blocks.filter(({ taken }) => !taken),
    title,
    sourceKind(detected.format),
  );
  let next = 0;
  return blocks.map(({ taken }: DraftBlock) =>
    taken ? remove(taken.reason, taken.rule) : (judged[next++] as Decision),
  );
}

function sourceKind(format: FileFormat): SourceKind {
  return format === 'html' || format === 'mhtml' || format === 'text' ? 'page' : 'document';
}
