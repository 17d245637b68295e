import type { Article, Decisions, TextSpan } from '../contract';
import { cleanDraft } from './clean/clean';
import { scoreWords } from './entities/encoder/word-scores';
import { taggerInput } from './entities/features';
import { documentWords } from './entities/words';
import { Findings } from './findings';
import { nameImages } from './image-names';
import type { LanguagePipeline } from './language/document';
import { Encoder } from './language/encoder/encoder';
import { languageSupport } from './language/identify';
import { createPipeline } from './language/pipeline';
import { parseBlocks, textBlocks } from './parse-blocks';
import { readSource } from './read/read';
import type { Engine, EngineAssets, ParsedArticle, ParsedBlock } from './stages';

/** Raised when the same file may give another analysis; an older one is then made again. */
export const ENGINE_VERSION = '2';

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

interface Models {
  pipeline: LanguagePipeline;
  encoder: Encoder;
}

/** The stages in their order: read, clean, language, entities, timeline. */
export function createEngine(host: EngineHost): WarmEngine {
  let models: Promise<Models> | null = null;
  const analysing = analysisSteps(new WeakMap());
  const loadModels = () => {
    models ??= host.loadAssets().then(({ languageModel, languageKernel, nameEncoder }) => ({
      pipeline: createPipeline(languageModel, languageKernel),
      encoder: new Encoder(nameEncoder, languageKernel),
    }));
    return models;
  };
  return {
    async warmUp() {
      await loadModels();
    },
    async read(source, decisions, progress) {
      progress('read', 0, 1);
      const draft = await readSource(source, decisions);
      await host.giveWay();
      progress('clean', 0, 1);
      return nameImages(cleanDraft(draft, source.info, decisions));
    },
    async parse(article, progress) {
      const blocks = textBlocks(article.blocks);
      const support = languageSupport(blocks.map(({ text }) => text).join('\n'));
      if (support.state === 'unsupported') return { support, blocks: [], wordScores: null };
      const between = async (done: number, total: number) => {
        await host.giveWay();
        progress('language', done, total);
      };
      const { pipeline, encoder } = await loadModels();
      const parsed = await parseBlocks(pipeline, blocks, between);
      await host.giveWay();
      const steps = scoreWords(taggerInput(documentWords(parsed)), encoder);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return { support, blocks: parsed, wordScores: step.value };
        await host.giveWay();
        progress('entities', step.value, 1);
      }
    },
    analyse(article, parsed, decisions, progress) {
      const steps = analysing(article, parsed, decisions, progress);
      for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
    },
    analysing,
  };
}

/** @param kept what was found in an article stays for as long as the caller keeps the parsed article */
function analysisSteps(kept: WeakMap<ParsedArticle, Findings>): Engine['analysing'] {
  return function* (article, parsed, decisions, progress) {
    const dated = withPublicationDate(article, decisions);
    progress('entities', 0, 1);
    const found = kept.get(parsed) ?? new Findings(article, parsed);
    kept.set(parsed, found);
    const names = found.entities(decisions.corrections);
    yield;
    progress('entities', 1, 1);
    const references = found.references(decisions.corrections);
    yield;
    progress('timeline', 0, 1);
    const events = found.events(dated.publicationDate?.value ?? null, decisions.corrections);
    yield;
    progress('timeline', 1, 1);
    return {
      engineVersion: ENGINE_VERSION,
      article: dated.source.hash,
      publicationDate: dated.publicationDate,
      support: parsed.support,
      sentences: parsed.blocks.flatMap(sentenceSpans),
      ...names,
      ...references,
      ...events,
      unapplied: [...names.unapplied, ...references.unapplied, ...events.unapplied],
    };
  };
}

/** The reader's publication date goes before what cleaning found. */
export function withPublicationDate(article: Article, decisions: Decisions): Article {
  if (decisions.publicationDate === null) return article;
  return { ...article, publicationDate: { value: decisions.publicationDate, source: 'reader' } };
}

function sentenceSpans({ id, parsed }: ParsedBlock): TextSpan[] {
  return parsed.sentences.flatMap(({ first, end }) => {
    const from = parsed.tokens[first];
    const to = parsed.tokens[end - 1];
    return from && to ? [{ block: id, start: from.start, end: to.end }] : [];
  });
}
