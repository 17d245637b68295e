import type { Lexeme } from './lexicon';
import type { TokenList } from './token-list';

interface Match {
  first: number;
  end: number;
}

function push(list: TokenList, lexeme: Lexeme, start: number, space: boolean): void {
  list.lexemes.push(lexeme);
  list.starts.push(start);
  list.spaces.push(space);
}

/** Puts tokenizer exceptions together again that the affix rules tore apart (":-)" into ":", "-", ")"). */
export class SpecialPhrases {
  private readonly byFirst = new Map<string, string[][]>();

  /** @param phrases token texts */
  constructor(phrases: string[][]) {
    for (const phrase of phrases) {
      const first = phrase[0] ?? '';
      const others = this.byFirst.get(first);
      if (others) others.push(phrase);
      else this.byFirst.set(first, [phrase]);
    }
  }

  /** @param piecesOf the tokens of an exception, null when the text is none */
  apply(text: string, list: TokenList, piecesOf: (exception: string) => Lexeme[] | null): void {
    const matches = this.keep(this.matches(list)).sort((a, b) => a.first - b.first);
    if (matches.length === 0) return;
    const old = { lexemes: list.lexemes, starts: list.starts, spaces: list.spaces };
    list.lexemes = [];
    list.starts = [];
    list.spaces = [];
    let token = 0;
    const copyTo = (end: number): void => {
      for (; token < end; token += 1) push(list, old.lexemes[token]!, old.starts[token]!, old.spaces[token]!);
    };
    for (const { first, end } of matches) {
      const start = old.starts[first]!;
      const pieces = piecesOf(text.slice(start, old.starts[end - 1]! + old.lexemes[end - 1]!.text.length));
      if (!pieces) continue;
      copyTo(first);
      let at = start;
      for (const [i, piece] of pieces.entries()) {
        push(list, piece, at, i === pieces.length - 1 && old.spaces[end - 1]!);
        at += piece.text.length;
      }
      token = end;
    }
    copyTo(old.lexemes.length);
  }

  private matches(list: TokenList): Match[] {
    const matches: Match[] = [];
    for (let first = 0; first < list.lexemes.length; first += 1) {
      for (const phrase of this.byFirst.get(list.lexemes[first]!.text) ?? []) {
        if (phrase.every((text, i) => list.lexemes[first + i]?.text === text)) {
          matches.push({ first, end: first + phrase.length });
        }
      }
    }
    return matches;
  }

  /** Longest first, then leftmost; a rejected match still keeps later ones off its tokens, as in spaCy. */
  private keep(matches: Match[]): Match[] {
    const seen = new Set<number>();
    return matches
      .sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)
      .filter(({ first, end }) => {
        const free = !seen.has(first) && !seen.has(end - 1);
        for (let i = first; i < end; i += 1) seen.add(i);
        return free;
      });
  }
}
