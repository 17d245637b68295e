import { AttributeRuler } from './attributes/attribute-ruler';
import { Lemmatizer } from './attributes/lemmatizer';
import type { LanguagePipeline, ParsedText, ParseProgress } from './document';
import { type ModelFile, readModelFile } from './model-file';
import { type Batch, Network } from './network/network';
import { NumericKernel } from './numeric-kernel';
import { assembleText } from './parsed-text';
import { DependencyParser } from './parsing/dependency-parser';
import { NameRecogniser } from './parsing/name-recogniser';
import { Lexicon } from './tokens/lexicon';
import type { TokenList } from './tokens/token-list';
import { Tokenizer } from './tokens/tokenizer';

/** Texts are worked on together up to this many tokens; a longer text alone. */
const BATCH_TOKENS = 4096;

/**
 * The English pipeline (en_core_web_sm 3.8): tokens, tags, dependencies, sentences, names, features and lemmas as
 * spaCy computes them.
 * @param model the model file @param kernel the compiled kernel
 * @throws EngineError when the model is damaged
 */
export function createPipeline(model: Uint8Array, kernel: Uint8Array): LanguagePipeline {
  return new EnglishPipeline(readModelFile(model), new NumericKernel(kernel));
}

class EnglishPipeline implements LanguagePipeline {
  private readonly lexicon: Lexicon;
  private readonly tokenizer: Tokenizer;
  private readonly network: Network;
  private readonly parser: DependencyParser;
  private readonly recogniser: NameRecogniser;
  private readonly ruler: AttributeRuler;
  private readonly lemmatizer: Lemmatizer;
  private readonly tags: string[];

  constructor(file: ModelFile, kernel: NumericKernel) {
    const { norms, tokenizer, parserMoves, nameMoves, attributeRules, tags } = file.tables;
    this.lexicon = new Lexicon(norms, kernel);
    this.tokenizer = new Tokenizer(tokenizer, this.lexicon);
    this.network = new Network(file, kernel, this.lexicon);
    this.parser = new DependencyParser(this.network.parserScorer, parserMoves);
    this.recogniser = new NameRecogniser(this.network.nameScorer, nameMoves);
    this.ruler = new AttributeRuler(attributeRules);
    this.lemmatizer = new Lemmatizer(file);
    this.tags = tags;
  }

  parse(text: string): ParsedText {
    return this.parseAll([text])[0]!;
  }

  parseAll(texts: readonly string[], onProgress: ParseProgress = () => {}): ParsedText[] {
    const parsed: ParsedText[] = [];
    while (parsed.length < texts.length) {
      const done = parsed.length;
      const pause = (): void => onProgress(done, texts.length);
      pause();
      const lists = this.tokenizeBatch(texts, done);
      for (const text of this.parseBatch(texts.slice(done, done + lists.length), lists, pause)) {
        parsed.push(text);
      }
    }
    onProgress(texts.length, texts.length);
    return parsed;
  }

  private tokenizeBatch(texts: readonly string[], first: number): TokenList[] {
    this.lexicon.forgetWhenFull();
    const lists: TokenList[] = [];
    let tokens = 0;
    while (tokens < BATCH_TOKENS && first + lists.length < texts.length) {
      const list = this.tokenizer.tokenize(texts[first + lists.length]!);
      lists.push(list);
      tokens += list.lexemes.length;
    }
    return lists;
  }

  /** @param pause called now and then; may throw */
  private parseBatch(texts: readonly string[], lists: readonly TokenList[], pause: () => void): ParsedText[] {
    const batch = this.network.begin(lists);
    const spaces = lists.map(({ lexemes }) => lexemes.map((lexeme) => lexeme.isSpace));
    const tags = this.network.tag(batch, pause);
    const trees = spaces.map((flags, i) => this.parser.parse(batch.offsets[i]!, flags));
    this.network.parserScorer.end();
    this.network.beginNames(batch, pause);
    const parsed = texts.map((text, i) => {
      const tree = trees[i]!;
      const names = this.recogniser.recognise(batch.offsets[i]!, spaces[i]!, tree.sentenceStarts);
      const attributes = this.ruler.apply(this.ruleInputs(batch, i, lists[i]!, tags, tree.labels));
      return assembleText(text, lists[i]!, tree, names, attributes, this.lemmatizer);
    });
    this.network.nameScorer.end();
    return parsed;
  }

  private ruleInputs(
    batch: Batch,
    index: number,
    list: TokenList,
    tags: Uint8Array,
    deps: readonly string[],
  ) {
    const offset = batch.offsets[index]!;
    return list.lexemes.map(({ lower, isSpace }, i) => ({
      tag: this.tags[tags[offset + i]!]!,
      dep: deps[i]!,
      lower,
      isSpace,
    }));
  }
}
