import { AttributeRuler } from './attributes/attribute-ruler';
import { Lemmatizer } from './attributes/lemmatizer';
import type { LanguagePipeline, ParsedText, ParseProgress } from './document';
import { readModelFile } from './model-file';
import { Network } from './network/network';
import { NumericKernel } from './numeric-kernel';
import { assembleText } from './parsed-text';
import { DependencyParser } from './parsing/dependency-parser';
import { NameRecogniser } from './parsing/name-recogniser';
import { Lexicon } from './tokens/lexicon';
import { Tokenizer, type TokenList } from './tokens/tokenizer';

/** Texts are worked on together up to this many tokens; a longer text alone. */
const BATCH_TOKENS = 4096;

/**
 * The English pipeline (en_core_web_sm 3.8): tokens, tags, dependencies, sentences, names, features and lemmas as
 * spaCy computes them.
 * @param model the model file @param kernel the compiled kernel
 * @throws EngineError when the model is damaged
 */
export function createPipeline(model: Uint8Array, kernel: Uint8Array): LanguagePipeline {
  const file = readModelFile(model);
  const numeric = new NumericKernel(kernel);
  const lexicon = new Lexicon(file.tables.norms, numeric);
  const tokenizer = new Tokenizer(file.tables.tokenizer, lexicon);
  const network = new Network(file, numeric, lexicon);
  const parser = new DependencyParser(network.parserScorer, file.tables.parserMoves);
  const recogniser = new NameRecogniser(network.nameScorer, file.tables.nameMoves);
  const ruler = new AttributeRuler(file.tables.attributeRules);
  const lemmatizer = new Lemmatizer(file);

  const parseBatch = (
    texts: readonly string[],
    lists: readonly TokenList[],
    pause: () => void,
  ): ParsedText[] => {
    const batch = network.begin(lists);
    const spaces = lists.map(({ lexemes }) => lexemes.map((lexeme) => lexeme.isSpace));
    const tags = network.tag(batch, pause);
    const trees = spaces.map((flags, i) => parser.parse(batch.offsets[i]!, flags));
    network.beginNames(batch, pause);
    return texts.map((text, i) => {
      const offset = batch.offsets[i]!;
      const tree = trees[i]!;
      const names = recogniser.recognise(offset, spaces[i]!, tree.sentenceStarts);
      const inputs = lists[i]!.lexemes.map(({ lower, isSpace }, token) => ({
        tag: file.tables.tags[tags[offset + token]!]!,
        dep: tree.labels[token]!,
        lower,
        isSpace,
      }));
      return assembleText(text, lists[i]!, tree, names, ruler.apply(inputs), lemmatizer);
    });
  };

  const parseAll = (texts: readonly string[], onProgress: ParseProgress = () => {}): ParsedText[] => {
    const parsed: ParsedText[] = [];
    while (parsed.length < texts.length) {
      const done = parsed.length;
      const pause = (): void => onProgress(done, texts.length);
      pause();
      lexicon.forgetWhenFull();
      const lists: TokenList[] = [];
      let tokens = 0;
      while (tokens < BATCH_TOKENS && done + lists.length < texts.length) {
        const list = tokenizer.tokenize(texts[done + lists.length]!);
        lists.push(list);
        tokens += list.lexemes.length;
      }
      parsed.push(...parseBatch(texts.slice(done, done + lists.length), lists, pause));
    }
    onProgress(texts.length, texts.length);
    return parsed;
  };
  return { parse: (text) => parseAll([text])[0]!, parseAll };
}
