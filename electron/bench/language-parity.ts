import type { ParsedText, Token } from '../engine/language/document';

/** What is compared of a token, beside its place. */
const COMPARED = ['spaceAfter', 'tag', 'pos', 'lemma', 'morph', 'dep'] as const;

type Key = (typeof COMPARED)[number] | 'token' | 'head';

const spanOf = (token: Token | undefined): string => `${token?.start}-${token?.end}`;

/** Counts over many texts how often two analyses of the same text agree. */
export class ParityTally {
  /** Tokens of the reference. */
  tokens = 0;
  /** "head of 'port' in ID", in order of the texts. */
  readonly differences: string[] = [];
  private readonly same = new Map<Key, number>();
  private readonly spans = { names: { both: 0, all: 0 }, sentences: { both: 0, all: 0 } };

  add(id: string, reference: ParsedText, ours: ParsedText): void {
    const bySpan = new Map(ours.tokens.map((token) => [spanOf(token), token]));
    this.tokens += reference.tokens.length;
    for (const token of reference.tokens) {
      const mine = bySpan.get(spanOf(token));
      this.count('token', mine !== undefined, token, id);
      if (!mine) continue;
      for (const key of COMPARED) this.count(key, mine[key] === token[key], token, id);
      const sameHead = spanOf(reference.tokens[token.head]) === spanOf(ours.tokens[mine.head]);
      this.count('head', sameHead, token, id);
    }
    this.addSpans('names', namesOf(reference), namesOf(ours), id);
    this.addSpans('sentences', sentencesOf(reference), sentencesOf(ours), id);
  }

  /** Of the reference's tokens, in percent. */
  percent(key: Key): number {
    return (100 * (this.same.get(key) ?? 0)) / this.tokens;
  }

  /** Exact spans (and labels), in percent. */
  f1(kind: 'names' | 'sentences'): number {
    return (200 * this.spans[kind].both) / this.spans[kind].all;
  }

  private count(key: Key, equal: boolean, token: Token, id: string): void {
    if (equal) this.same.set(key, (this.same.get(key) ?? 0) + 1);
    else this.differences.push(`${key} of '${token.text}' in ${id}`);
  }

  private addSpans(kind: 'names' | 'sentences', reference: string[], ours: string[], id: string): void {
    const wanted = new Set(reference);
    const both = ours.filter((span) => wanted.has(span)).length;
    this.spans[kind].both += both;
    this.spans[kind].all += reference.length + ours.length;
    if (both < Math.max(reference.length, ours.length)) this.differences.push(`${kind} in ${id}`);
  }
}

function namesOf({ tokens, names }: ParsedText): string[] {
  return names.map(({ first, end, label }) => `${tokens[first]?.start}-${tokens[end - 1]?.end} ${label}`);
}

function sentencesOf({ tokens, sentences }: ParsedText): string[] {
  return sentences.map(({ first }) => String(tokens[first]?.start));
}
