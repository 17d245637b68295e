import type { PlainParser } from '../cli/predict/parsed-blocks';
import { findEntities } from '../engine/entities/find';
import type { ParsedBlock } from '../engine/stages';

/** Blocks of many documents under distinct ids, as of one long article. */
function parsedBlocks(texts: readonly string[], parse: PlainParser): ParsedBlock[] {
  return texts.flatMap((text) => parse(text).blocks).map((block, i) => ({ ...block, id: `b${i}` }));
}

/** Processor time, which other work on the machine disturbs less than the clock's. */
function milliseconds(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** What finding entities adds to the language engine's time, and the time that many mentions in one article take. */
export function benchTime(texts: readonly string[], parse: PlainParser, mentions: number): string[] {
  let language = 0;
  let entities = 0;
  for (const round of ['warm', 'measured']) {
    for (const text of texts) {
      let blocks: ParsedBlock[] = [];
      const parsing = milliseconds(() => {
        blocks = parsedBlocks([text], parse);
      });
      const finding = milliseconds(() => findEntities(blocks, { titleBlock: null }));
      if (round === 'warm') continue;
      language += parsing;
      entities += finding;
    }
  }
  const once = parsedBlocks(texts, parse);
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
