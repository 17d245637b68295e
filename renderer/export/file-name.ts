import type { Article } from '../../electron/contract';

/** UTF-16 units; with its ending the name still fits beside a long folder where paths are short. */
const LONGEST = 80;

/** A file's name without its ending: words of the title, cut between words; else the name of the source. */
export function fileStem({ title, source }: Article): string {
  const words = (title?.value ?? source.name.replace(/\.[^.]*$/, '')).replace(/\s+/g, ' ').trim();
  if (words.length <= LONGEST) return words || 'article';
  const cut = words.slice(0, LONGEST + 1).replace(/\s+\S*$/, '');
  return (cut.length > LONGEST ? cut.slice(0, LONGEST) : cut).replace(/[\s,;:–—-]+$/, '');
}
