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

/** Texts measured after the warm round. */
const MOST_TEXTS = 40;

/** What encoder and finding entities add to the language engine's time, and the time that many mentions in one article take. */
export function benchTime(texts: readonly string[], parse: PlainParser, mentions: number): string[] {
  let language = 0;
  let entities = 0;
  let encoding = 0;
  let words = 0;
  for (const round of ['warm', 'measured']) {
    for (const text of texts.slice(0, round === 'warm' ? 20 : MOST_TEXTS)) {
      let parsed: ReturnType<PlainParser> | null = null;
      const parsing = milliseconds(() => {
        parsed = parse(text);
      });
      const { blocks, wordScores } = parsed!;
      let scores: ReturnType<typeof wordScores> | null = null;
      const scoring = milliseconds(() => {
        scores = wordScores();
      });
      const finding = milliseconds(() => findEntities(blocks, { titleBlock: null, wordScores: scores }));
      if (round === 'warm') continue;
      language += parsing;
      encoding += scoring;
      entities += finding;
      words += text.split(/\s+/).filter(Boolean).length;
    }
  }
  const rate = (words * 1000) / (language + encoding + entities);
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
    `time     language ${language.toFixed(0)} ms, encoder ${encoding.toFixed(0)} ms, entities ${entities.toFixed(0)} ms of processor time for ${words} words`,
    `time     ${rate.toFixed(0)} words a processor second with everything, ${(2 * rate).toFixed(0)} a second on two cores (goal 6000)`,
    `time     ${result.mentions.length} mentions of ${result.entities.length} entities in one article: ${taken.toFixed(0)} ms of processor time`,
  ];
}
