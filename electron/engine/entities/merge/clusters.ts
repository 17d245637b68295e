import type { Form } from './forms';

/** Which forms name one entity, and why. Union-find; each join keeps its reason with both forms. */
export class Clusters {
  readonly #parent: number[];
  readonly #reasons: Map<number, string> = new Map();

  constructor(readonly forms: readonly Form[]) {
    this.#parent = forms.map((_, i) => i);
  }

  rootOf(index: number): number {
    let root = index;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    for (let i = index; i !== root; ) {
      const next = this.#parent[i]!;
      this.#parent[i] = root;
      i = next;
    }
    return root;
  }

  same(a: Form, b: Form): boolean {
    return this.rootOf(a.index) === this.rootOf(b.index);
  }

  /** @param reason why, in a few words for the reader */
  join(a: Form, b: Form, reason: string): void {
    const rootA = this.rootOf(a.index);
    const rootB = this.rootOf(b.index);
    if (rootA === rootB) return;
    this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    if (!this.#reasons.has(a.index)) this.#reasons.set(a.index, reason);
    if (!this.#reasons.has(b.index)) this.#reasons.set(b.index, reason);
  }

  reasonOf(form: Form): string {
    return this.#reasons.get(form.index) ?? 'same name';
  }

  /** Forms of each entity, the entities in the order of their first form. */
  groups(): Form[][] {
    const groups = new Map<number, Form[]>();
    for (const form of this.forms) {
      const root = this.rootOf(form.index);
      const group = groups.get(root);
      if (group) group.push(form);
      else groups.set(root, [form]);
    }
    return [...groups.values()];
  }
}
