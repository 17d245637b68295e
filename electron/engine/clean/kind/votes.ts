import type { MetadataSource, PageKind } from '../../../contract';
import table from '../../data/page-kinds.json';
import type { Draft, DraftBlock } from '../../read/draft';

/** One sign of what kind a page is. */
export interface Vote {
  kind: PageKind;
  /** How much the sign counts: 3 decides unless another kind has more. */
  weight: number;
  source: MetadataSource;
  /** What the sign is, as it stands in the source. */
  words: string;
}

type Words = ReadonlyMap<string, [PageKind, number]>;
type Voter = (draft: Draft) => Vote[];

function wordsOf(rows: Record<string, unknown>): Words {
  return new Map(
    Object.entries(rows).flatMap(([kind, row]) => {
      const [weight, words] = row as [number, string];
      return words.split(' ').map((word) => [word, [kind as PageKind, weight]] as const);
    }),
  );
}

const types = wordsOf(table.types);
const openGraph = wordsOf(table.openGraph);
const programs = wordsOf(table.programs);
const addresses = wordsOf(table.address);
const names = wordsOf(table.names);

/** One vote a kind, however often its words stand there. */
function once(found: readonly string[], known: Words, source: MetadataSource): Vote[] {
  const votes = new Map<PageKind, Vote>();
  for (const word of found) {
    const entry = known.get(word);
    if (entry && !votes.has(entry[0]))
      votes.set(entry[0], { kind: entry[0], weight: entry[1], source, words: word });
  }
  return [...votes.values()];
}

const byTypes: Voter = ({ stated }) => once(stated?.types ?? [], types, 'json-ld');
const byOpenGraph: Voter = ({ stated }) => once([stated?.openGraph ?? ''], openGraph, 'meta-tag');
const byProgram: Voter = ({ stated }) =>
  once((stated?.program ?? '').split(/[^a-z]+/).slice(0, 3), programs, 'meta-tag');

/** Labels of the host and whole segments of the path; a word of a headline in the address tells nothing. */
const byAddress: Voter = ({ stated }) => {
  if (!stated?.address || !URL.canParse(stated.address)) return [];
  const { hostname, pathname } = new URL(stated.address);
  const segments = pathname.toLowerCase().split('/').slice(1, -1);
  const page = /^(viewtopic|showthread|thread)\b/.exec(pathname.toLowerCase().split('/').at(-1) ?? '')?.[0];
  const labels = hostname.split('.').slice(0, -1);
  return once([...labels, ...segments, ...(page ? [page] : [])], addresses, 'url');
};

/** Blocks of fewer words say little about where the text of a page stands. */
const RUNNING = 8;
/** Share of the running text from which a page is made of what the names of its elements say. */
const MOST = 0.45;

const isSeen = ({ block, evidence }: DraftBlock) => !evidence.hidden && block.text !== '';

function runningWords({ block, evidence }: DraftBlock): number {
  let words = 1;
  for (let at = block.text.indexOf(' '); at >= 0; at = block.text.indexOf(' ', at + 1)) words++;
  return words >= RUNNING && evidence.linkShare < 0.5 ? words : 0;
}

/** Posts, answers and comments hold most of the text. */
const byNames: Voter = ({ blocks }) => {
  const shares = new Map<PageKind, number>();
  let all = 1;
  for (const one of blocks) {
    const count = isSeen(one) ? runningWords(one) : 0;
    if (count === 0) continue;
    all += count;
    const kinds = new Set(one.evidence.names.flatMap((name) => names.get(name)?.[0] ?? []));
    for (const kind of kinds) shares.set(kind, (shares.get(kind) ?? 0) + count);
  }
  return [...shares].flatMap(([kind, count]): Vote[] =>
    count / all >= MOST ? [{ kind, weight: 1, source: 'text', words: kind }] : [],
  );
};

const SPEAKER = /^(\p{Lu}[\p{L}.'’ -]{1,40})(?: \([^)]{1,40}\))?:\s+\S/u;
/** A first name and a surname, or a name in capitals as minutes have it; "Price" and "Pros" are labels. */
const NAME = /^(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+|\p{Lu}[\p{Lu}.'’-]{2,})$/u;
const FEWEST_TURNS = 10;
const TURN_SHARE = 0.4;
/** How often each speaks, in the mean; what a label begins mostly stands once. */
const EACH = 3;

/** Paragraphs that begin with the name of who speaks, a few names again and again. */
const bySpeakers: Voter = ({ blocks }) => {
  const turns = new Map<string, number>();
  let paragraphs = 0;
  let turned = 0;
  for (const one of blocks) {
    if (one.block.kind !== 'paragraph' || !isSeen(one) || !one.evidence.located) continue;
    paragraphs++;
    const speaker = SPEAKER.exec(one.block.text)?.[1];
    if (!speaker) continue;
    turned++;
    turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  }
  const named = [...turns].reduce((sum, [name, count]) => sum + (NAME.test(name) ? count : 0), 0);
  if (named < turned / 2) return [];
  if (turned < FEWEST_TURNS || turned < TURN_SHARE * paragraphs || turned < EACH * turns.size) return [];
  return [{ kind: 'transcript', weight: 4, source: 'text', words: [...turns.keys()].slice(0, 3).join(', ') }];
};

const PRICE = /^(?:from |ab )?(?:[$€£¥₹]|USD|EUR|GBP)\s?\d[\d.,]*|^\d[\d.,]*\s?(?:[€£¥₽]|zł|kr|USD|EUR)$/i;
const MANY_PRICES = 6;

/** A line that is a price: one for a product, many for a list of them. */
const byPrices: Voter = ({ blocks }) => {
  const prices = blocks.filter(
    (one) => isSeen(one) && one.block.text.length < 40 && PRICE.test(one.block.text),
  );
  if (prices.length === 0) return [];
  const kind: PageKind = prices.length >= MANY_PRICES ? 'list' : 'product';
  return [{ kind, weight: kind === 'list' ? 2 : 1, source: 'text', words: prices[0]!.block.text }];
};

/** Share of links in the text that is seen, and words of running text, of a page that is a list of links. */
const LINKED = 0.55;
const LITTLE_TEXT = 120;

/** Next to no sentences, and most of the part that holds the article is links. */
const byLinks: Voter = ({ blocks }) => {
  let [running, linked, all] = [0, 0, 1];
  for (const one of blocks) {
    if (!isSeen(one) || !one.evidence.located) continue;
    const { length } = one.block.text;
    running += /[.!?。！？؟][”"’»)]*$/u.test(one.block.text) ? runningWords(one) : 0;
    all += length;
    linked += length * one.evidence.linkShare;
  }
  const share = linked / all;
  return running < LITTLE_TEXT && share > LINKED
    ? [{ kind: 'list', weight: 3, source: 'text', words: `${Math.round(share * 100)} %` }]
    : [];
};

const heading = (words: string) => new RegExp(`^(?:${words})\\b`, 'iu');
const INGREDIENTS = heading(table.ingredients);
const STEPS = heading(table.steps);

/** What goes in, and what to do with it: both parts of a recipe under their headings. */
const byRecipe: Voter = ({ blocks }) => {
  const headed = (words: RegExp) =>
    blocks.find((one) => isSeen(one) && one.block.text.length < 40 && words.test(one.block.text));
  const ingredients = headed(INGREDIENTS);
  return ingredients && headed(STEPS)
    ? [{ kind: 'recipe', weight: 3, source: 'text', words: ingredients.block.text }]
    : [];
};

/** Words: what is left of an article that one must pay for. */
const LONGEST_STUB = 250;

const byClosed: Voter = ({ stated, blocks }) => {
  if (!stated?.closed) return [];
  const words = blocks.reduce(
    (sum, one) => sum + (isSeen(one) && one.evidence.located ? runningWords(one) : 0),
    0,
  );
  return words < LONGEST_STUB
    ? [{ kind: 'stub', weight: 6, source: 'json-ld', words: 'isAccessibleForFree: false' }]
    : [];
};

/** In no order: all that speak are heard. */
const voters: readonly Voter[] = [
  byTypes,
  byOpenGraph,
  byProgram,
  byAddress,
  byNames,
  bySpeakers,
  byPrices,
  byLinks,
  byRecipe,
  byClosed,
];

export function votesFor(draft: Draft): Vote[] {
  return voters.flatMap((voter) => voter(draft));
}
