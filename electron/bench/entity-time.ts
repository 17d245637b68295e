import { plainBlocks } from '../cli/predict/plain-blocks';
import { findEntities } from '../engine/entities/find';
import type { LanguagePipeline } from '../engine/language/document';
import type { ParsedBlock } from '../engine/stages';

/** Blocks of many documents under distinct ids, as of one long article. */
function parsedBlocks(texts: readonly string[], pipeline: LanguagePipeline): ParsedBlock[] {
  const plain = texts.flatMap((text) => plainBlocks(text).map((block) => block.text));
  return pipeline.parseAll(plain).map((parsed, i) => ({ id: `b${i}`, kind: 'paragraph', parsed }));
}

/** Processor time, which other work on the machine disturbs less than the clock's. */
function milliseconds(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** What finding entities adds to the language engine's time, and the time that many mentions in one article take. */
export function benchTime(texts: readonly string[], pipeline: LanguagePipeline, mentions: number): string[] {
  let language = 0;
  let entities = 0;
  for (const round of ['warm', 'measured']) {
    for (const text of texts) {
      let blocks: ParsedBlock[] = [];
      const parsing = milliseconds(() => {
        blocks = parsedBlocks([text], pipeline);
      });
      const finding = milliseconds(() => findEntities(blocks, { titleBlock: null }));
      if (round === 'warm') continue;
      language += parsing;
      entities += finding;
    }
  }
  const once = parsedBlocks(texts, pipeline);
  const found = findEntities(once, { titleBlock: null }).mentions.length;
  const copies = Math.ceil(mentions / found);
  const many = Array.from({ length: copies }, (_, copy) =>
    once.map((block) => ({ ...block, id: `${copy}.${block.id}` })),
  );
  let result = { mentions: [] as unknown[], entities: [] as unknown[] };
  const taken = milliseconds(() => {
    result = findEntities(many.flat(), { titleBlock: null });
  });
  return [
    `time     adds ${((100 * entities) / language).toFixed(1)} % to the language engine (${entities.toFixed(0)} of ${language.toFixed(0)} ms)`,
    `time     ${result.mentions.length} mentions of ${result.entities.length} entities in one article: ${taken.toFixed(0)} ms of processor time`,
  ];
}
