import type { PageKind } from '../../contract';
import type { Draft, DraftBlock } from '../read/draft';
import { type BlockLooks, describeLooks } from './features';
import { isText } from './keep-prose';
import { type ModelName, scoreLooks } from './model';

/** The blocks of a draft with what each shows of itself, and the chance, told by that alone, that it is text. */
export interface LookedDraft {
  blocks: readonly DraftBlock[];
  looks: readonly BlockLooks[];
  scores: Float64Array;
  model: ModelName;
  /** What kind of page it is; null for documents. */
  kind: PageKind | null;
}

export function modelFor(blocks: readonly DraftBlock[]): ModelName {
  return blocks.some(({ evidence }) => evidence.inside.length > 0) ? 'structured' : 'plain';
}

/** True for blocks that the models judge; pictures with their captions and rules go by their place. */
export function isJudged(one: DraftBlock): boolean {
  return isText(one) && one.block.text !== '' && !one.evidence.hidden;
}

/** Looks at what the reader of the format left in the text. */
export function lookAt(draft: Pick<Draft, 'blocks' | 'stated'>, kind: PageKind | null): LookedDraft {
  const blocks = draft.blocks.filter(({ taken }) => !taken);
  const looks = describeLooks(blocks, { stated: draft.stated, kind });
  const model = modelFor(blocks);
  const scores = Float64Array.from(blocks, (one, i) => {
    const { values } = looks[i]!;
    return values && isJudged(one) ? scoreLooks(model, values) : 0;
  });
  return { blocks, looks, scores, model, kind };
}
