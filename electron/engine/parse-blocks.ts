import type { Block } from '../contract';
import type { LanguagePipeline, ParsedText, TokenRange } from './language/document';
import type { ParsedBlock } from './stages';

/** UTF-16 units handed to the pipeline at a time: enough to fill its batches, little enough to cancel between. */
const BATCH = 8_000;

/** Called between batches with units done and in all; what it returns is awaited. */
export type BetweenBatches = (done: number, total: number) => Promise<void>;

/** Blocks that hold running text. Program code and rules name nobody and tell no time. */
export function textBlocks(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.kind !== 'code' && block.kind !== 'rule' && block.text.trim() !== '');
}

/** Parses blocks in order; a sentence never runs over the end of a list item, a table cell or a block. */
export async function parseBlocks(
  pipeline: LanguagePipeline,
  blocks: readonly Block[],
  between: BetweenBatches,
): Promise<ParsedBlock[]> {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const parsed: ParsedBlock[] = [];
  let done = 0;
  for (const batch of batches(blocks)) {
    await between(done, total);
    parsed.push(...parseBatch(pipeline, batch));
    done += batch.reduce((sum, block) => sum + block.text.length, 0);
  }
  await between(total, total);
  return parsed;
}

function batches(blocks: readonly Block[]): Block[][] {
  const made: Block[][] = [];
  let size = BATCH;
  for (const block of blocks) {
    if (size >= BATCH) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(block);
    size += block.text.length;
  }
  return made;
}

function parseBatch(pipeline: LanguagePipeline, blocks: readonly Block[]): ParsedBlock[] {
  const texts = blocks.map(({ text }) => withApostrophes(text));
  const lines = texts.map((text) => text.split('\n'));
  const parsed = pipeline.parseAll(lines.flat());
  let next = 0;
  return blocks.map((block, index) => {
    const count = lines[index]?.length ?? 0;
    const own = parsed.slice(next, next + count);
    next += count;
    return { id: block.id, kind: block.kind, parsed: joinLines(texts[index] ?? block.text, own) };
  });
}

/** Pages write the apostrophe of "Swift‘s" as an opening quotation mark, which the language model splits off no name. */
function withApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})‘(?=\p{L})/gu, '’');
}

/** The parsed lines of `text`, one "\n" between two of them, as one parse with offsets into `text`. */
export function joinLines(text: string, lines: readonly ParsedText[]): ParsedText {
  if (lines.length === 1 && lines[0]) return lines[0];
  const joined: ParsedText = { text, tokens: [], sentences: [], names: [] };
  let offset = 0;
  for (const line of lines) {
    const first = joined.tokens.length;
    const shift = <R extends TokenRange>(range: R): R => ({
      ...range,
      first: range.first + first,
      end: range.end + first,
    });
    for (const token of line.tokens) {
      joined.tokens.push({
        ...token,
        start: token.start + offset,
        end: token.end + offset,
        head: token.head + first,
      });
    }
    joined.sentences.push(...line.sentences.map(shift));
    joined.names.push(...line.names.map(shift));
    offset += line.text.length + 1;
  }
  return joined;
}
