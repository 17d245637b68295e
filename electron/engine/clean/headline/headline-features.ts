import { contentWords } from '../features/content-words';
import { TEXT_FEATURES } from '../features/text-features';
import type { LookedDraft } from '../looked-draft';

const COLUMN = new Map<string, number>(TEXT_FEATURES.map((name, i) => [name, i]));
const AROUND = ['date', 'clock', 'byline', 'date phrase', 'share', 'navigation', 'related'] as const;

/** What tells a headline among the lines before and at the start of a text. */
export const HEADLINE_FEATURES: readonly string[] = [
  ...TEXT_FEATURES,
  'score',
  'heading',
  'inBody',
  'oftenInBody',
  'inLead',
  'leadNames',
  'bestInBody',
  'bestInLead',
  'repeatedBefore',
  'repeatedAfter',
  'insideOther',
  'toText',
  'toTextWords',
  'afterText',
  'linesToText',
  'position',
  'index',
  'lineBefore words',
  'lineBefore score',
  'lineAfter words',
  'lineAfter score',
  'lineAfter endsSentence',
  ...AROUND.map((name) => `before ${name}`),
  ...AROUND.map((name) => `after ${name}`),
];

/** Lines that can be a headline: characters, and how many of them are looked at. */
const SHORTEST = 6;
const LONGEST = 240;
const MOST_BEFORE = 240;
/** A headline stands before so much of the text; scraps of menus may look like text before it. */
const START = 0.25;
const FEWEST_BLOCKS = 3;
/** A block so likely to be text, and so long, begins the text. */
const TEXT_SCORE = 0.5;
const TEXT_WORDS = 16;
const LEAD = 3;
const CAPITALISED = /(?<=[\p{Ll},] )\p{Lu}[\p{L}’'-]+/gu;

export interface HeadlineCandidate {
  /** Index of the block. */
  at: number;
  /** In the order of `HEADLINE_FEATURES`. */
  values: number[];
}

/** What is known of the text that the headline stands above. */
interface Body {
  /** Indices of the blocks that are text, in order. */
  blocks: number[];
  counts: ReadonlyMap<string, number>;
  lead: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

function bodyOf({ blocks, looks, scores }: LookedDraft): Body {
  const text = blocks.flatMap((_, i) =>
    scores[i]! >= TEXT_SCORE && looks[i]!.facts.words >= TEXT_WORDS ? [i] : [],
  );
  const counts = new Map<string, number>();
  const lead = new Set<string>();
  const names = new Set<string>();
  text.slice(0, 200).forEach((at, order) => {
    const own = blocks[at]!.block.text.slice(0, 3000);
    for (const word of contentWords(own)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (order < LEAD) lead.add(word);
    }
    if (order < LEAD) for (const [name] of own.matchAll(CAPITALISED)) names.add(name.toLowerCase());
  });
  return { blocks: text, counts, lead, names };
}

function shareOf(words: readonly string[], is: (word: string) => boolean): number {
  return words.length === 0 ? 0 : words.filter(is).length / words.length;
}

/** Lines by their words alone, to find those that stand more than once. */
function linesOf({ blocks }: LookedDraft): string[] {
  return blocks.map(({ block }) =>
    block.text
      .slice(0, 400)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
}

function strongestNear({ looks }: LookedDraft, from: number, to: number, name: string): number {
  const column = COLUMN.get(name)!;
  let most = 0;
  for (let i = Math.max(0, from); i < Math.min(to, looks.length); i++)
    most = Math.max(most, looks[i]!.values?.[column] ?? 0);
  return most;
}

function repetitions(lines: readonly string[], at: number): [number, number, number] {
  const line = lines[at]!;
  let [before, after, inside] = [0, 0, 0];
  lines.forEach((other, i) => {
    if (i === at) return;
    if (other === line) i < at ? before++ : after++;
    else if (other.length > line.length && other.length < line.length + 60 && other.includes(line)) inside++;
  });
  return [before, after, inside];
}

/** Index behind the last block that a headline can be: where a quarter of the text is told. */
function endOfStart({ blocks, looks, scores }: LookedDraft, body: Body): number {
  const all = body.blocks.reduce((sum, at) => sum + looks[at]!.facts.words * scores[at]!, 0);
  let told = 0;
  for (const [order, at] of body.blocks.entries()) {
    told += looks[at]!.facts.words * scores[at]!;
    if (order >= FEWEST_BLOCKS && told > START * all) return at + 1;
  }
  return blocks.length;
}

/** The lines that may be the headline, described; of a text without running text, all short lines. */
export function headlineCandidates(draft: LookedDraft): HeadlineCandidate[] {
  const { blocks, looks } = draft;
  const body = bodyOf(draft);
  const end = endOfStart(draft, body);
  const lines = linesOf(draft);
  const places: number[] = [];
  for (let at = Math.max(0, end - MOST_BEFORE); at < end; at++) {
    const { kind, text } = blocks[at]!.block;
    const line = (kind === 'paragraph' || kind === 'heading') && !text.includes('\n');
    if (line && text.length >= SHORTEST && text.length <= LONGEST && looks[at]!.values) places.push(at);
  }
  const words = places.map((at) => contentWords(blocks[at]!.block.text));
  const inBody = words.map((own) => shareOf(own, (word) => body.counts.has(word)));
  const inLead = words.map((own) => shareOf(own, (word) => body.lead.has(word)));
  const best = { body: Math.max(0, ...inBody), lead: Math.max(0, ...inLead) };
  return places.map((at, i) => ({
    at,
    values: [
      ...looks[at]!.values!.slice(0, TEXT_FEATURES.length),
      draft.scores[at]!,
      blocks[at]!.block.kind === 'heading' ? 1 : 0,
      inBody[i]!,
      shareOf(words[i]!, (word) => (body.counts.get(word) ?? 0) > 1),
      inLead[i]!,
      shareOf(words[i]!, (word) => body.names.has(word)),
      inBody[i]! - best.body,
      inLead[i]! - best.lead,
      ...repetitions(lines, at),
      ...placeValues(draft, body, at, places),
    ],
  }));
}

function placeValues(draft: LookedDraft, body: Body, at: number, places: readonly number[]): number[] {
  const { looks, scores } = draft;
  const next = body.blocks.find((other) => other > at) ?? looks.length;
  let between = 0;
  for (let i = at + 1; i < next; i++) between += looks[i]!.facts.words;
  const facts = (i: number) => looks[i]?.facts;
  return [
    Math.log1p(next - at),
    Math.log1p(between),
    body.blocks.filter((other) => other < at).length,
    Math.log1p(places.filter((other) => other > at && other < next).length),
    at / looks.length,
    Math.log1p(at),
    Math.log1p(facts(at - 1)?.words ?? 0),
    scores[at - 1] ?? -0.1,
    Math.log1p(facts(at + 1)?.words ?? 0),
    scores[at + 1] ?? -0.1,
    Number(facts(at + 1)?.endsSentence ?? false),
    ...AROUND.map((name) => strongestNear(draft, at - 3, at, name)),
    ...AROUND.map((name) => strongestNear(draft, at + 1, at + 5, name)),
  ];
}
