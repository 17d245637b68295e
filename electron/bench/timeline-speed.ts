import type { PlainParser } from '../cli/predict/parsed-blocks';
import type { Token } from '../engine/language/document';
import type { ParsedBlock } from '../engine/stages';
import { buildTimeline } from '../engine/timeline/build';

const SENTENCES = [
  'The ministers met on Wednesday, 16 September 2015, and will meet again next week in Geneva.',
  'Two years earlier, in April last year, the company had sold its plant for the third quarter.',
  'From May to July 1999 the strike went on, and three weeks later the owners gave in on Friday night.',
  'Sales rose 5% in the first half of 2008 after a weak 2007, she said yesterday at 10:30 a.m.',
];
const WORDS = 200_000;
/** Units of hostile input for the smaller of the two runs. */
const HOSTILE = 20_000;

const HOSTILE_TEXTS: Record<string, (count: number) => string> = {
  'one number': (count) => '1'.repeat(count),
  'one word': (count) => 'twenty'.repeat(count / 6),
  'number words': (count) => 'twenty-one hundred '.repeat(count / 19),
  thousands: (count) => '1,000'.repeat(count / 5),
  hyphens: (count) => '-'.repeat(count),
  'years in a row': (count) => '1990-'.repeat(count / 5),
  'days in a list': (count) => `May ${'4, '.repeat(count / 3)}`,
  'the the': (count) => 'the early late mid the end of the '.repeat(count / 34),
  'May of May': (count) => 'May of '.repeat(count / 7),
  'and a half': (count) => 'a year and a half or so '.repeat(count / 24),
};

/** Tokens without a model, each headed by the one before: the deepest tree there is. */
function chainedBlock(text: string, id: string): ParsedBlock {
  const tokens: Token[] = [...text.matchAll(/[\p{L}\d]+|[^\s\p{L}\d]/gu)].map((match, index) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    tag: 'NN',
    pos: 'NOUN',
    lemma: match[0],
    morph: '',
    head: Math.max(0, index - 1),
    dep: index === 0 ? 'ROOT' : 'compound',
    spaceAfter: text[match.index + match[0].length] === ' ',
  }));
  return {
    id,
    kind: 'paragraph',
    parsed: { text, tokens, sentences: [{ first: 0, end: tokens.length }], names: [] },
  };
}

const RUNS = 5;

/** Processor milliseconds of this program so far, which other programs on the machine do not add to. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processor milliseconds of the quickest of some runs, each on blocks of its own. */
function buildMilliseconds(make: () => ParsedBlock[]): number {
  const context = { publicationDate: '2015-09-18', titleBlock: null };
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const blocks = make();
    const started = processorMilliseconds();
    buildTimeline(blocks, { mentions: [], entities: [] }, context);
    best = Math.min(best, processorMilliseconds() - started);
  }
  return best;
}

/** Time beyond the language engine for dense dates, and how it grows when hostile input doubles. */
export function measureSpeed(parse: PlainParser): void {
  const { blocks } = parse(SENTENCES.join('\n\n'));
  const wordsEach = SENTENCES.join(' ').split(' ').length;
  const many = (): ParsedBlock[] =>
    Array.from({ length: Math.ceil(WORDS / wordsEach) }, (_, copy) =>
      blocks.map((block) => ({ ...block, id: `${block.id}-${copy}`, parsed: { ...block.parsed } })),
    ).flat();
  const milliseconds = buildMilliseconds(many).toFixed(0);
  process.stdout.write(`\n${WORDS} words of dense dates: ${milliseconds} ms beyond the language engine\n`);
  process.stdout.write('Doubled input multiplies the time by\n');
  for (const [name, make] of Object.entries(HOSTILE_TEXTS)) {
    const once = buildMilliseconds(() => [chainedBlock(make(HOSTILE), 'b1')]);
    const twice = buildMilliseconds(() => [chainedBlock(make(2 * HOSTILE), 'b1')]);
    process.stdout.write(
      `  ${name.padEnd(16)} ${(twice / once).toFixed(2)}  (${once.toFixed(1)} ms, ${twice.toFixed(1)} ms)\n`,
    );
  }
}
