import type { Analysis, Article, ReaderChoices, TextSpan } from '../contract';
import { cleanDraft } from './clean/clean';
import type { LanguagePipeline } from './language/document';
import { createPipeline } from './language/pipeline';
import { parseBlocks, textBlocks } from './parse-blocks';
import { readSource } from './read/read';
import type { Engine, EngineAssets, ParsedArticle, ParsedBlock } from './stages';

/** Raised when the same file may give another analysis; an older one is then made again. */
export const ENGINE_VERSION = '1';

/** What the engine asks of the program it runs in. */
export interface EngineHost {
  /** Called once, when names and times are looked for the first time. */
  loadAssets(): Promise<EngineAssets>;
  /** Awaited between batches, so that the host can hear a wish to cancel. */
  giveWay(): Promise<void>;
}

export interface WarmEngine extends Engine {
  /** Loads the language model ahead of need. */
  warmUp(): Promise<void>;
}

/** The stages in their order: read, clean, language, entities, timeline. */
export function createEngine(host: EngineHost): WarmEngine {
  let pipeline: Promise<LanguagePipeline> | null = null;
  const loadPipeline = () => {
    pipeline ??= host
      .loadAssets()
      .then(({ languageModel, languageKernel }) => createPipeline(languageModel, languageKernel));
    return pipeline;
  };
  return {
    async warmUp() {
      await loadPipeline();
    },
    async read(source, choices, progress) {
      progress('read', 0, 1);
      const draft = await readSource(source, choices);
      progress('clean', 0, 1);
      return cleanDraft(draft, source.info, choices);
    },
    async parse(article, progress) {
      const blocks = textBlocks(article.blocks);
      const loaded = await loadPipeline();
      const between = async (done: number, total: number) => {
        await host.giveWay();
        progress('language', done, total);
      };
      return { support: { state: 'supported' }, blocks: await parseBlocks(loaded, blocks, between) };
    },
    analyse(article, parsed, choices, progress) {
      progress('entities', 0, 1);
      progress('timeline', 0, 1);
      return assemble(withPublicationDate(article, choices), parsed);
    },
  };
}

/** The reader's publication date goes before what cleaning found. */
export function withPublicationDate(article: Article, choices: ReaderChoices): Article {
  if (choices.publicationDate === null) return article;
  return { ...article, publicationDate: { value: choices.publicationDate, source: 'reader' } };
}

function assemble(article: Article, parsed: ParsedArticle): Analysis {
  return {
    engineVersion: ENGINE_VERSION,
    article,
    support: parsed.support,
    sentences: parsed.blocks.flatMap(sentenceSpans),
    mentions: [],
    entities: [],
    expressions: [],
    events: [],
  };
}

function sentenceSpans({ id, parsed }: ParsedBlock): TextSpan[] {
  return parsed.sentences.flatMap(({ first, end }) => {
    const from = parsed.tokens[first];
    const to = parsed.tokens[end - 1];
    return from && to ? [{ block: id, start: from.start, end: to.end }] : [];
  });
}
