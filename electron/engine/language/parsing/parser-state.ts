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
  // Arcs in the order of making, as parallel lists; each leads to its head's arc before it on the same side.
  private readonly arcHeads: number[] = [];
  private readonly arcChildren: number[] = [];
  private readonly arcLabels: number[] = [];
  private readonly arcBefore: number[] = [];
  /** Newest arc of each head to its left and right, -1 for none. */
  private readonly lastLeft: Int32Array;
  private readonly lastRight: Int32Array;

  constructor(readonly length: number) {
    this.heads = new Int32Array(length).fill(-1);
    this.unshiftable = new Uint8Array(length);
    // The first token starts a sentence already.
    this.starts = new Uint8Array(length);
    this.starts[0] = 1;
    this.lastLeft = new Int32Array(length).fill(-1);
    this.lastRight = new Int32Array(length).fill(-1);
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

  /** The left child a head got last; -1 when there is none. */
  leftChild(head: number): number {
    const arc = head < 0 ? -1 : this.lastLeft[head]!;
    return arc < 0 ? -1 : this.arcChildren[arc]!;
  }

  /** The right child a head got last; -1 when there is none. */
  rightChild(head: number): number {
    const arc = head < 0 ? -1 : this.lastRight[head]!;
    return arc < 0 ? -1 : this.arcChildren[arc]!;
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

  leftArc(label: number): void {
    const head = this.inBuffer(0);
    this.addArc(head, this.stack.pop()!, label);
    this.unshiftable[head] = 0;
  }

  rightArc(label: number): void {
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

  /** All arcs, left ones first; where a child has two, the later counts. Labels are those given to the moves. */
  *arcs(): Generator<{ head: number; child: number; label: number }> {
    for (const left of [true, false]) {
      for (const [i, head] of this.arcHeads.entries()) {
        const child = this.arcChildren[i]!;
        if (child >= 0 && head > child === left) yield { head, child, label: this.arcLabels[i]! };
      }
    }
  }

  private addArc(head: number, child: number, label: number): void {
    const old = this.heads[child]!;
    if (old >= 0) this.removeNewest(old, child);
    const last = head > child ? this.lastLeft : this.lastRight;
    this.arcBefore.push(last[head]!);
    last[head] = this.arcHeads.length;
    this.arcHeads.push(head);
    this.arcChildren.push(child);
    this.arcLabels.push(label);
    this.heads[child] = head;
  }

  /**
   * spaCy takes a replaced arc away only if it is its head's newest one; otherwise it works on a copy of it, and the
   * model was trained with that.
   */
  private removeNewest(head: number, child: number): void {
    const last = head > child ? this.lastLeft : this.lastRight;
    const arc = last[head]!;
    if (arc < 0 || this.arcChildren[arc] !== child) return;
    last[head] = this.arcBefore[arc]!;
    this.arcChildren[arc] = -1;
  }
}
