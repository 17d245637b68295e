import type { Analysis, TextSpan } from '../../electron/contract';

/** The article's title, or its file's name where it has none. */
export function articleName(analysis: Analysis): string {
  return analysis.article.title?.value ?? analysis.article.source.name;
}

/** Finds the words of a span, and the sentence around it. */
export class SpanText {
  readonly #texts: Map<string, string>;
  readonly #sentences = new Map<string, TextSpan[]>();

  constructor(analysis: Analysis) {
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
