import table from '../../data/event-words.json';
import { childrenWith, type Tree } from './tree';

const reporting = new Set(table.reporting);
const SUBJECTS = new Set(['nsubj', 'nsubjpass']);

/** "would visit Moscow to discuss Syria": the purpose belongs to what is told. */
export function isPurpose(tree: Tree, verb: number): boolean {
  return (tree.children[verb] ?? []).some((child) => tree.tokens[child]?.tag === 'TO');
}

/** "The body was found Friday, police said": the parser may hang the saying below the statement. */
export function reportingVerbBeside(tree: Tree, verb: number): number | null {
  const found = childrenWith(tree, verb, new Set(['ccomp', 'parataxis'])).find((child) => {
    const lemma = tree.tokens[child]?.lemma.toLowerCase() ?? '';
    return child > verb && reporting.has(lemma) && childrenWith(tree, child, SUBJECTS).length > 0;
  });
  return found ?? null;
}
