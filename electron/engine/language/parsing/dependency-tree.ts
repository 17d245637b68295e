const ROOT = 'ROOT';
/** Joins a label to that of the wanted head where projectivising moved an arc (Nivre and Nilsson 2005, "head"). */
const DELIMITER = '||';
const MOST_SWEEPS = 12;

/** Heads, labels and sentence starts as spaCy sets them from the parser's arcs. */
export class DependencyTree {
  /** Own index for a root. */
  readonly heads: Int32Array;
  readonly labels: string[];
  /** 1 where a sentence starts. */
  readonly sentenceStarts: Uint8Array;
  private readonly leftEdges: Int32Array;
  private readonly rightEdges: Int32Array;

  /**
   * @param spaces which tokens are white space
   * @param arcs later ones override earlier ones; labels are indices of `labels`
   */
  constructor(
    private readonly spaces: readonly boolean[],
    arcs: Iterable<{ head: number; child: number; label: number }>,
    labels: readonly string[],
  ) {
    const length = spaces.length;
    this.heads = Int32Array.from({ length }, (_, i) => i);
    this.labels = new Array<string>(length).fill(ROOT);
    this.leftEdges = new Int32Array(length);
    this.rightEdges = new Int32Array(length);
    this.sentenceStarts = new Uint8Array(length);
    for (const { head, child, label } of arcs) {
      this.heads[child] = head;
      this.labels[child] = labels[label]!;
    }
    this.findEdges();
    if (this.deprojectivize()) this.findEdges();
    this.findSentences();
  }

  /** Edges of every subtree. One sweep each way suffices for projective trees, a few for others. */
  private findEdges(): void {
    for (let i = 0; i < this.heads.length; i += 1) {
      this.leftEdges[i] = i;
      this.rightEdges[i] = i;
    }
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
      for (let i = 0; i < this.heads.length; i += 1) this.widen(i);
      for (let i = this.heads.length - 1; i >= 0; i -= 1) this.widen(i);
      if (this.headsStayInSentences()) return;
    }
  }

  private widen(token: number): void {
    const head = this.heads[token]!;
    if (this.leftEdges[token]! < this.leftEdges[head]!) this.leftEdges[head] = this.leftEdges[token]!;
    if (this.rightEdges[token]! > this.rightEdges[head]!) this.rightEdges[head] = this.rightEdges[token]!;
  }

  private headsStayInSentences(): boolean {
    const starts = this.rootEdges();
    const last = this.heads.length - 1;
    let current = 0;
    for (let i = 0; i <= last; i += 1) {
      if (i !== last && (i === 0 || starts[i] === 0)) continue;
      for (let token = current; token < i; token += 1) {
        const head = this.heads[token]!;
        if (head < current || head > i) return false;
      }
      current = i;
    }
    return true;
  }

  /** 1 at the left edge of every root. */
  private rootEdges(): Uint8Array {
    const starts = new Uint8Array(this.heads.length);
    for (let i = 0; i < this.heads.length; i += 1) {
      if (this.heads[i] === i) starts[this.leftEdges[i]!] = 1;
    }
    return starts;
  }

  private findSentences(): void {
    this.sentenceStarts.set(this.rootEdges());
  }

  /** Gives "a||b" arcs the head the label asks for. @returns whether there were any */
  private deprojectivize(): boolean {
    if (!this.labels.some((label) => label.includes(DELIMITER))) return false;
    const children = new ChildLists(this.heads);
    for (let token = 0; token < this.heads.length; token += 1) {
      const [label, headLabel] = this.labels[token]!.split(DELIMITER);
      if (label === undefined || headLabel === undefined) continue;
      const head = this.searchHead(token, headLabel, children);
      this.labels[token] = label;
      if (head === this.heads[token]) continue;
      this.heads[token] = head;
      children.moved(token, head);
    }
    return true;
  }

  /** Breadth first below the token's head, left to right; white space and what hangs on it is not looked at. */
  private searchHead(token: number, label: string, children: ChildLists): number {
    const start = this.heads[token]!;
    let level = [start];
    const seen = new Set(level);
    while (level.length > 0) {
      const next: number[] = [];
      for (const head of level) {
        for (const child of this.childrenInReach(head, children)) {
          if (this.spaces[child] || child === token || seen.has(child)) continue;
          if (this.labels[child] === label) return child;
          seen.add(child);
          next.push(child);
        }
      }
      level = next;
    }
    return start;
  }

  /** In text order; the edges are those from before the pass, as in spaCy. */
  private childrenInReach(head: number, children: ChildLists): number[] {
    const [left, right] = [this.leftEdges[head]!, this.rightEdges[head]!];
    return children.of(head).filter((child) => child >= left && child <= right);
  }
}

/** The children of every head: flat lists of the first heads, and beside them the few arcs that were moved since. */
class ChildLists {
  private readonly starts: Int32Array;
  private readonly children: Int32Array;
  private readonly movedTo = new Map<number, number[]>();

  /** @param heads as they are now; read again whenever children are asked for */
  constructor(private readonly heads: Int32Array) {
    this.starts = new Int32Array(heads.length + 1);
    this.children = new Int32Array(heads.length);
    for (const head of heads) this.starts[head + 1]! += 1;
    for (let i = 0; i < heads.length; i += 1) this.starts[i + 1]! += this.starts[i]!;
    const next = this.starts.slice();
    for (let i = 0; i < heads.length; i += 1) {
      this.children[next[heads[i]!]!] = i;
      next[heads[i]!]! += 1;
    }
  }

  moved(child: number, head: number): void {
    const others = this.movedTo.get(head);
    if (others) others.push(child);
    else this.movedTo.set(head, [child]);
  }

  /** In text order. */
  of(head: number): number[] {
    const first = this.children.subarray(this.starts[head]!, this.starts[head + 1]!);
    const all = new Set([...first, ...(this.movedTo.get(head) ?? [])]);
    return [...all].filter((child) => child !== head && this.heads[child] === head).sort((a, b) => a - b);
  }
}
