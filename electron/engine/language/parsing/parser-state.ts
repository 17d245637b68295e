/** An arc as spaCy keeps it: in the order of making, by head, left and right children apart. */
interface Arc {
  child: number;
  label: string;
}

/**
 * State of the arc-eager parser over tokens 0 to length - 1: a stack, a buffer (tokens put back, last first, then the
 * untouched rest), the arcs made so far and where sentences were said to start.
 */
export class ParserState {
  private readonly stack: number[] = [];
  private readonly returned: number[] = [];
  private next = 0;
  private readonly heads: Int32Array;
  private readonly unshiftable: Uint8Array;
  private readonly starts: Uint8Array;
  private readonly leftArcs = new Map<number, Arc[]>();
  private readonly rightArcs = new Map<number, Arc[]>();

  constructor(readonly length: number) {
    this.heads = new Int32Array(length).fill(-1);
    this.unshiftable = new Uint8Array(length);
    // The first token starts a sentence already.
    this.starts = new Uint8Array(length);
    this.starts[0] = 1;
  }

  get depth(): number {
    return this.stack.length;
  }

  get bufferLength(): number {
    return this.length - this.next + this.returned.length;
  }

  /** Token at the given depth of the stack, 0 on top; -1 when there is none. */
  onStack(depth: number): number {
    return this.stack[this.stack.length - 1 - depth] ?? -1;
  }

  /** Token at the given place of the buffer; -1 when there is none. */
  inBuffer(place: number): number {
    if (place < this.returned.length) return this.returned[this.returned.length - 1 - place]!;
    const token = this.next + place - this.returned.length;
    return token < this.length ? token : -1;
  }

  leftChild(head: number): number {
    return this.leftArcs.get(head)?.at(-1)?.child ?? -1;
  }

  rightChild(head: number): number {
    return this.rightArcs.get(head)?.at(-1)?.child ?? -1;
  }

  startsSentence(token: number): boolean {
    return this.starts[token] === 1;
  }

  isUnshiftable(token: number): boolean {
    return this.unshiftable[token] === 1;
  }

  shift(): void {
    const token = this.returned.pop() ?? this.next++;
    this.stack.push(token);
  }

  /** Pops the stack, unless its top has no head and is not alone: then it goes back to the buffer, for once. */
  reduce(): void {
    const top = this.stack.pop()!;
    if (this.heads[top]! >= 0 || this.stack.length === 0) return;
    this.unshiftable[top] = 1;
    this.returned.push(top);
  }

  leftArc(label: string): void {
    const head = this.inBuffer(0);
    this.addArc(head, this.stack.pop()!, label);
    this.unshiftable[head] = 0;
  }

  rightArc(label: string): void {
    this.addArc(this.onStack(0), this.inBuffer(0), label);
    this.shift();
  }

  breakSentence(): void {
    this.starts[this.inBuffer(1)] = 1;
  }

  /** Only when no move is valid. */
  giveUp(): void {
    this.stack.length = 0;
    this.returned.length = 0;
    this.next = this.length;
  }

  /** All arcs, left ones first; a later one overrides. */
  *arcs(): Generator<{ head: number; child: number; label: string }> {
    for (const side of [this.leftArcs, this.rightArcs]) {
      for (const [head, arcs] of side) for (const { child, label } of arcs) yield { head, child, label };
    }
  }

  private addArc(head: number, child: number, label: string): void {
    const old = this.heads[child]!;
    if (old >= 0) {
      // spaCy takes the old arc away only if it is its head's last one; otherwise it works on a copy, and the model
      // was trained with that.
      const arcs = (old > child ? this.leftArcs : this.rightArcs).get(old);
      if (arcs?.at(-1)?.child === child) arcs.pop();
    }
    const side = head > child ? this.leftArcs : this.rightArcs;
    const arcs = side.get(head);
    if (arcs) arcs.push({ child, label });
    else side.set(head, [{ child, label }]);
    this.heads[child] = head;
  }
}
