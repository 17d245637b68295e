import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';
import { Clusters } from './clusters';
import { collectForms, type Form } from './forms';
import { type Apart, mergePeople } from './people';
import { mergeRules } from './places-organisations';

/** The forms of one entity and the mentions that are its own. */
export interface Group {
  forms: Form[];
  /** Mentions of each form that name this entity (a lone surname may be shared by two people). */
  mentions: { mention: number; form: Form; reason: string }[];
  /** Kept apart from others of its surname for the title before it, by which it is then named. */
  apart: boolean;
}

/** Two groups that may be one, though the article does not say so clearly enough. */
export interface GroupPair {
  a: Group;
  b: Group;
  reason: string;
}

/** Sorts all mentions into entities, in the order of their first mention. */
export function mergeMentions(
  spans: readonly NameSpan[],
  input: TaggerInput,
  without: ReadonlySet<string> = new Set(),
): { groups: Group[]; doubts: GroupPair[] } {
  const clusters = new Clusters(collectForms(spans, input));
  const context = { clusters, spans, words: input.document.words };
  for (const rule of mergeRules) if (!without.has(rule.name)) rule.apply(context);
  const { ambiguous, apart } = without.has('people') ? NOBODY : mergePeople({ clusters, spans, input });
  const titled = new Set(apart.map(({ form }) => form));
  const groups = clusters
    .groups()
    .map((forms): Group => ({ forms, mentions: [], apart: forms.some((form) => titled.has(form)) }));
  const groupOf = new Map(groups.flatMap((group) => group.forms.map((form) => [form, group] as const)));
  for (const [form, group] of groupOf) {
    if (ambiguous.has(form)) continue;
    const reason = clusters.reasonOf(form);
    for (const mention of form.mentions) group.mentions.push({ mention, form, reason });
  }
  for (const [form, fits] of ambiguous) settleAmbiguous(form, fits, groupOf);
  for (const group of groups) group.mentions.sort((a, b) => a.mention - b.mention);
  const named = groups
    .filter((group) => group.mentions.length > 0)
    .sort((a, b) => a.mentions[0]!.mention - b.mentions[0]!.mention);
  return { groups: named, doubts: doubtsOf(apart, groupOf) };
}

const NOBODY: ReturnType<typeof mergePeople> = { ambiguous: new Map(), apart: [] };

/** A pair for each person whom a title sets apart and each other who bears the surname; each pair once. */
function doubtsOf(apart: readonly Apart[], groupOf: ReadonlyMap<Form, Group>): GroupPair[] {
  const pairs = new Map<string, GroupPair>();
  for (const { form, fits, reason } of apart) {
    for (const fit of fits) {
      const [a, b] = [groupOf.get(fit)!, groupOf.get(form)!];
      if (a !== b) pairs.set(`${a.forms[0]!.index} ${b.forms[0]!.index}`, { a, b, reason });
    }
  }
  return [...pairs.values()];
}

/** How many times oftener than the next one person must be named in full to be the one a lone surname means. */
const CLEARLY_MORE = 2;

/**
 * A lone name that fits several people: the article's main bearer of the name, where one is named in full clearly more
 * often; otherwise who was named in full last before it. Before any full name it stays by itself.
 */
function settleAmbiguous(form: Form, fits: readonly Form[], groupOf: ReadonlyMap<Form, Group>): void {
  const groups = [...new Set(fits.map((fit) => groupOf.get(fit)!))];
  const counts = new Map(groups.map((group) => [group, group.mentions.filter(isFull).length]));
  const ranked = groups.sort((a, b) => counts.get(b)! - counts.get(a)!);
  const main = counts.get(ranked[0]!)! >= CLEARLY_MORE * (counts.get(ranked[1]!) ?? 0) ? ranked[0]! : null;
  const named = groups
    .flatMap((group) => group.mentions.filter(isFull).map(({ mention }) => ({ at: mention, group })))
    .sort((a, b) => a.at - b.at);
  let next = 0;
  let last: Group | null = null;
  for (const mention of form.mentions) {
    while (next < named.length && named[next]!.at < mention) last = named[next++]!.group;
    const owner = main ?? last;
    const group = owner ?? groupOf.get(form)!;
    const why = main ? 'same surname, the one named most' : 'same surname, named last before';
    group.mentions.push({ mention, form, reason: owner ? why : 'same name' });
    if (owner && !owner.forms.includes(form)) owner.forms.push(form);
  }
}

const isFull = ({ form }: Group['mentions'][number]): boolean =>
  form.parts.length > 1 || form.title !== undefined;
