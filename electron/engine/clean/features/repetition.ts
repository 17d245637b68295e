import type { DraftBlock } from '../../read/draft';

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter texts stand inside others by chance. */
const SHORTEST_PART = 30;
/** A page with more running text than this is not searched for repeated parts. */
const LONGEST_PAGE = 400_000;

/** What the blocks of a page repeat: each other, and the title. */
export class NeighbourText {
  private readonly counts = new Map<string, number>();
  private readonly titleWords: ReadonlySet<string>;
  private readonly running: string;
  readonly titleIndex: number;

  constructor(
    private readonly blocks: readonly DraftBlock[],
    /** Normalised texts of the blocks. */
    private readonly lines: readonly string[],
    /** Normalised, empty when there is none. */
    private readonly title: string,
  ) {
    for (const line of lines) this.counts.set(line, (this.counts.get(line) ?? 0) + 1);
    this.titleWords = new Set(title.match(WORD) ?? []);
    const long = blocks.filter(
      ({ block, evidence }) => evidence.located && block.text.length > 2 * SHORTEST_PART,
    );
    const running = long.map(({ block }) => block.text).join('\n');
    this.running = running.length > LONGEST_PAGE ? '' : running;
    this.titleIndex = lines.findIndex((line, i) => line === title && blocks[i]?.block.kind === 'heading');
  }

  /** How often the same line stands elsewhere on the page. */
  count(i: number): number {
    const line = this.lines[i];
    return line ? (this.counts.get(line) ?? 1) - 1 : 0;
  }

  /** True when the block's words stand inside a longer block: a pull quote, a teaser. */
  isPartOfOther(i: number): boolean {
    const { text } = this.blocks[i]!.block;
    if (text.length < SHORTEST_PART || text.length > 400 || this.running === '') return false;
    const bare = text.replace(/^["“”'‘«\s]+|["“”'’»\s.]+$/g, '');
    const first = this.running.indexOf(bare);
    if (first < 0) return false;
    const alone = (at: number): boolean => lineAround(this.running, at).length <= text.length + 4;
    if (!alone(first)) return true;
    const second = this.running.indexOf(bare, first + bare.length);
    return second >= 0 && !alone(second);
  }

  isTitle(i: number): boolean {
    return this.title !== '' && this.lines[i] === this.title;
  }

  /** Share of the title's words that stand in the block, for blocks not much longer than the title. */
  titleShare(i: number): number {
    const line = this.lines[i] ?? '';
    if (this.titleWords.size === 0 || line === '' || line.length > 3 * this.title.length) return 0;
    let shared = 0;
    for (const word of new Set(line.match(WORD) ?? [])) if (this.titleWords.has(word)) shared++;
    return shared / this.titleWords.size;
  }
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
}
