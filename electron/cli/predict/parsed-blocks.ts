import { existsSync, readFileSync } from 'node:fs';
import type { WordScores } from '../../engine/entities/encoder/fine-tags';
import { allWordScores } from '../../engine/entities/encoder/word-scores';
import { taggerInput } from '../../engine/entities/features';
import { documentWords } from '../../engine/entities/words';
import type { LanguagePipeline, ParsedText } from '../../engine/language/document';
import { Encoder } from '../../engine/language/encoder/encoder';
import { createPipeline } from '../../engine/language/pipeline';
import { joinLines } from '../../engine/parse-blocks';
import type { EngineAssets, ParsedBlock } from '../../engine/stages';
import { loadEngineAssets } from '../assets';
import { plainBlocks } from './plain-blocks';

/** A text cut into blocks and parsed; `starts` are the blocks' UTF-16 offsets in the text. */
export interface ParsedPlainText {
  blocks: ParsedBlock[];
  starts: Map<string, number>;
  /** The encoder's view of the blocks' words; found out at the first call. */
  wordScores: () => WordScores;
}

/** Parses each text of a list; the same object serves many. */
export type PlainParser = (text: string) => ParsedPlainText;

/**
 * With `--parses FILE` in the flags, texts found in that file (one JSON object a line: `{"parsed": ParsedText}`) are
 * not parsed again; it serves work on the stages behind the language engine. Without it the file's model parses all.
 */
export function createPlainParser(flags: readonly string[]): PlainParser {
  const known = readParses(flags);
  let pipeline: LanguagePipeline | null = null;
  let encoder: Encoder | null = null;
  let loaded: EngineAssets | null = null;
  const assets = (): EngineAssets => {
    loaded ??= loadEngineAssets();
    return loaded;
  };
  const parseAll = (texts: readonly string[]): ParsedText[] => {
    if (texts.every((text) => known.has(text))) return texts.flatMap((text) => known.get(text) ?? []);
    if (!pipeline) {
      const { languageModel, languageKernel } = assets();
      pipeline = createPipeline(languageModel, languageKernel);
    }
    return pipeline.parseAll(texts);
  };
  return (text) => {
    const plain = plainBlocks(text);
    const lines = plain.map((block) => linesOf(block.text));
    const parsed = parseAll(lines.flat());
    let next = 0;
    const blocks = plain.map(({ id, text: whole }, index): ParsedBlock => {
      const own = parsed.slice(next, next + (lines[index]?.length ?? 0));
      next += own.length;
      return { id, kind: 'paragraph', parsed: joinLines(whole, own) };
    });
    let scores: WordScores | null = null;
    const wordScores = (): WordScores => {
      encoder ??= new Encoder(assets().nameEncoder, assets().languageKernel);
      scores ??= allWordScores(taggerInput(documentWords(blocks)), encoder);
      return scores;
    };
    return { blocks, starts: new Map(plain.map(({ id, start }) => [id, start])), wordScores };
  };
}

/** A line end before a small letter: the text was wrapped, and a sentence runs over it. */
const WRAPPED = /[^\s.!?:;"'’”)\]][ \t]*\n\s*\p{Ll}/u;

/** Lines that no sentence runs over: all of a block's, unless it was wrapped at a width. */
function linesOf(text: string): string[] {
  return WRAPPED.test(text) ? [text] : text.split('\n');
}

function readParses(flags: readonly string[]): Map<string, ParsedText> {
  const path = flags[flags.indexOf('--parses') + 1];
  if (!flags.includes('--parses') || !path || !existsSync(path)) return new Map();
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const parses = lines.map((line) => (JSON.parse(line) as { parsed: ParsedText }).parsed);
  return new Map(parses.map((parsed) => [parsed.text, parsed]));
}
