import type { TokenRange } from '../../language/document';
import type { Tree } from './tree';

/** The tokens of a sentence that stand inside quotation marks; straight ones open and close by turns. */
export function quotedTokens(tree: Tree, { first, end }: TokenRange): Set<number> {
  const quoted = new Set<number>();
  let open = false;
  for (let at = first; at < end; at++) {
    const text = tree.tokens[at]?.text ?? '';
    if (text === '“' || text === '‘‘' || text === '``') open = true;
    else if (text === '”' || text === '’’' || text === "''") open = false;
    else if (text === '"') open = !open;
    else if (open) quoted.add(at);
  }
  return quoted;
}
