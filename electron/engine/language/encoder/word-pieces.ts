/** Ids of the vocabulary's special pieces, as in every BERT vocabulary of 30,522 pieces. */
export const PIECE = { unknown: 100, opens: 101, ends: 102 } as const;

/** A word of more pieces than this is cut: what follows says nothing about names. */
const MOST_PIECES = 12;
/** A run of more letters than this is one unknown piece, as in the vocabulary's own tokeniser. */
const LONGEST_RUN = 100;
const MARKS = /\p{Mn}/gu;
const ASCII = /^\p{ASCII}*$/u;
/** Letters and digits that belong together; every other visible character stands alone, as do Chinese characters. */
const RUNS = /[^\p{P}\p{S}\p{Z}\p{C}\p{Script=Han}]+|[\p{P}\p{S}\p{Script=Han}]/gu;

/**
 * Splits words into the pieces of an uncased BERT vocabulary (WordPiece: Schuster and Nakajima 2012; the longest piece
 * that fits, from the left). Remembers every form, since an article repeats its words.
 */
export class WordPieces {
  readonly #ids = new Map<string, number>();
  readonly #known = new Map<string, readonly number[]>();

  /** @param vocabulary pieces by id; those that continue a word begin with "##" */
  constructor(vocabulary: readonly string[]) {
    for (const [id, piece] of vocabulary.entries()) this.#ids.set(piece, id);
  }

  /** Ids of the word's pieces, at least one. */
  pieces(word: string): readonly number[] {
    let ids = this.#known.get(word);
    if (!ids) {
      ids = this.#split(word);
      if (this.#known.size > 50_000) this.#known.clear();
      this.#known.set(word, ids);
    }
    return ids;
  }

  #split(word: string): number[] {
    const lower = ASCII.test(word)
      ? word.toLowerCase()
      : word.toLowerCase().normalize('NFD').replace(MARKS, '');
    const ids: number[] = [];
    for (const [run] of lower.matchAll(RUNS)) {
      if (ids.length >= MOST_PIECES) break;
      ids.push(...this.#splitRun(run));
    }
    return ids.length === 0 ? [PIECE.unknown] : ids.slice(0, MOST_PIECES);
  }

  #splitRun(run: string): number[] {
    const ids: number[] = [];
    if (run.length > LONGEST_RUN) return [PIECE.unknown];
    for (let from = 0; from < run.length; ) {
      let end = run.length;
      let id: number | undefined;
      for (; end > from; end--) {
        const piece = run.slice(from, end);
        id = this.#ids.get(from === 0 ? piece : `##${piece}`);
        if (id !== undefined) break;
      }
      if (id === undefined) return [PIECE.unknown];
      ids.push(id);
      from = end;
    }
    return ids;
  }
}
