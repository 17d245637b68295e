import type { Article, Decisions, Found, SourceInfo } from '../../contract';
import type { Draft, DraftBlock } from '../read/draft';
import type { ReadResult } from '../stages';
import { type Decision, KEEP, remove } from './decision';
import { findHeadline } from './headline/headline';
import { isShortNote } from './headline/note';
import { decideKind } from './kind/kind';
import { type LookedDraft, lookAt } from './looked-draft';
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
  const kind = decideKind(draft, decisions.kind);
  const looked = lookAt(draft, kind?.value ?? null);
  const found = chooseMetadata(withHeadline(draft, looked), info.name, decisions);
  const judged = judge(draft, looked, statedTitle(found.title));
  const { title, decisions: verdicts, titleBlock, shown } = withTitle(draft, judged, found.title);
  const sorted = keepOrRemove(draft.blocks, verdicts, shown, new Set(decisions.restored));
  const blocks = withoutLostNotes(titleBlock ? [titleBlock, ...sorted.kept] : sorted.kept);
  const article: Article = {
    source: info,
    detected: draft.detected,
    ...found,
    title,
    kind,
    titleBlock: titleBlock?.id ?? null,
    blocks,
    removals: sorted.removals,
    removedShare: removedShare(blocks, sorted.removals),
    ...(draft.omitted?.length && { omitted: draft.omitted }),
  };
  return { article, original: draft.original, images: draft.images };
}

/** One decision a block. What the reader of the format took out is no neighbour of the text. */
function judge(draft: Draft, looked: LookedDraft, title: string | null): Decision[] {
  const whole = draft.kind !== 'page' || isShortNote(looked);
  const judged = whole ? looked.blocks.map(keptWhole) : prune(looked, title);
  let next = 0;
  return draft.blocks.map(({ taken }) =>
    taken ? remove(taken.reason, taken.rule) : (judged[next++] as Decision),
  );
}

/** Nothing that can be seen in a document goes: whoever wrote it meant it to be there. */
function keptWhole({ evidence }: DraftBlock): Decision {
  return evidence.hidden ? remove('hidden', 'hidden by the document') : KEEP;
}

/** A source that states no title may show one. */
export function withHeadline(draft: Draft, looked: LookedDraft): Draft {
  if (draft.candidates.some(({ field }) => field === 'title')) return draft;
  const headline = findHeadline(looked);
  return headline ? { ...draft, candidates: [...draft.candidates, headline] } : draft;
}

/** A file's name tells nothing of what stands in the text. */
export function statedTitle(title: Found<string> | null): string | null {
  return title && title.source !== 'file-name' ? title.value : null;
}
