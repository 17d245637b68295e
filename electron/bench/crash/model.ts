/**
 * What a killed program said of each thing before it changed it ("begin") and after ("done"). A thing whose last change
 * was begun and never acknowledged may be as it was before or as it was to become.
 */
export interface Said {
  /** What the change is about: `article:…`, `star:…`, `tag:…`, `date:…`, `search:…`. */
  key: string;
  value: string;
}

export class Model {
  /** Values that each thing may have; one, unless a change was under way. */
  readonly may = new Map<string, Set<string>>();
  acknowledged = 0;
  private unfinished: Said[] = [];

  /** Lines that a kill cut short are no JSON, and count as never said. */
  hear(line: string): void {
    const said = parsed(line);
    if (said?.begin) {
      this.unfinished = said.begin;
      for (const { key, value } of said.begin) this.possible(key).add(value);
    } else if (said?.done) {
      for (const { key, value } of this.unfinished) this.may.set(key, new Set([value]));
      this.acknowledged += this.unfinished.length;
      this.unfinished = [];
    }
  }

  /** What is seen now is what it is from here on; only a file that waits to be taken in may still come. */
  settle(key: string, value: string): boolean {
    const possible = this.possible(key);
    const allowed = possible.has(value);
    const mayCome = value === '' && possible.has('there');
    this.may.set(key, new Set(mayCome ? ['', 'there'] : [value]));
    return allowed;
  }

  private possible(key: string): Set<string> {
    const known = this.may.get(key);
    if (known) return known;
    const fresh = new Set(['']);
    this.may.set(key, fresh);
    return fresh;
  }
}

function parsed(line: string): { begin?: Said[]; done?: boolean } | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
