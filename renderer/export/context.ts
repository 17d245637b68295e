import type { AnalysedArticle, TextSpan } from '../../electron/contract';

/** The article's title, or its file's name where it has none. */
export function articleName(analysis: AnalysedArticle): string {
  return analysis.article.title?.value ?? analysis.article.source.name;
}

/** What an export gives: the file's text, or nothing to save, and what its form cannot hold. */
export interface Exported {
  /** Null when nothing in the article fits the form; then `leftOut` says why. */
  content: string | null;
  /** Whole sentences for the person; empty when nothing was left out. */
  leftOut: string[];
}

export const NO_NAMES = 'No names were found in this article.';
export const NO_EVENTS = 'No events were found in this article.';

/** An export that can hold all there is. @param count of things in it; with none, `none` tells why */
export function whole(content: string, count: number, none: string): Exported {
  return count > 0 ? { content, leftOut: [] } : { content: null, leftOut: [none] };
}

/** Finds the words of a span, and the sentence around it. */
export class SpanText {
  readonly #texts: Map<string, string>;
  readonly #sentences = new Map<string, TextSpan[]>();

  constructor(analysis: AnalysedArticle) {
    this.#texts = new Map(analysis.article.blocks.map((block) => [block.id, block.text]));
    for (const sentence of analysis.sentences) {
      const known = this.#sentences.get(sentence.block);
      if (known) known.push(sentence);
      else this.#sentences.set(sentence.block, [sentence]);
    }
  }

  words(span: TextSpan): string {
    return this.#texts.get(span.block)?.slice(span.start, span.end) ?? '';
  }

  /** The whole block where the engine cut no sentences. */
  sentence(span: TextSpan): string {
    const around = this.#sentences
      .get(span.block)
      ?.find((sentence) => sentence.start <= span.start && span.end <= sentence.end);
    return around ? this.words(around) : (this.#texts.get(span.block) ?? '');
  }

  /** Up to `length` UTF-16 units before and after, as W3C's TextQuoteSelector wants them. */
  surroundings(span: TextSpan, length = 32): { prefix: string; suffix: string } {
    const text = this.#texts.get(span.block) ?? '';
    return {
      prefix: text.slice(Math.max(0, span.start - length), span.start),
      suffix: text.slice(span.end, span.end + length),
    };
  }
}
