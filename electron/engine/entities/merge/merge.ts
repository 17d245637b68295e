import type { NameSpan } from '../name-span';
import type { Word } from '../words';
import { Clusters } from './clusters';
import { collectForms, type Form } from './forms';
import { mergePeople } from './people';
import { mergeRules } from './places-organisations';

/** The forms of one entity and the mentions that are its own. */
export interface Group {
  forms: Form[];
  /** Mentions of each form that name this entity (a lone surname may be shared by two people). */
  mentions: { mention: number; form: Form; reason: string }[];
}

/** Sorts all mentions into entities, in the order of their first mention. */
export function mergeMentions(
  spans: readonly NameSpan[],
  words: readonly Word[],
  without: ReadonlySet<string> = new Set(),
): Group[] {
  const clusters = new Clusters(collectForms(spans, words));
  const context = { clusters, spans, words };
  for (const rule of mergeRules) if (!without.has(rule.name)) rule.apply(context);
  const ambiguous = without.has('people') ? new Map<Form, Form[]>() : mergePeople(clusters);
  const groups = clusters.groups().map((forms): Group => ({ forms, mentions: [] }));
  const groupOf = new Map(groups.flatMap((group) => group.forms.map((form) => [form, group] as const)));
  for (const [form, group] of groupOf) {
    if (ambiguous.has(form)) continue;
    const reason = clusters.reasonOf(form);
    for (const mention of form.mentions) group.mentions.push({ mention, form, reason });
  }
  for (const [form, fits] of ambiguous) settleAmbiguous(form, fits, groupOf);
  for (const group of groups) group.mentions.sort((a, b) => a.mention - b.mention);
  return groups
    .filter((group) => group.mentions.length > 0)
    .sort((a, b) => a.mentions[0]!.mention - b.mentions[0]!.mention);
}

/** A name that fits two people is the one named in full last before it; before any, it stays by itself. */
function settleAmbiguous(form: Form, fits: readonly Form[], groupOf: ReadonlyMap<Form, Group>): void {
  const named = fits
    .flatMap((fit) =>
      groupOf
        .get(fit)!
        .mentions.filter((m) => m.form.parts.length > 1)
        .map((m) => ({ at: m.mention, group: groupOf.get(fit)! })),
    )
    .sort((a, b) => a.at - b.at);
  let next = 0;
  let last: Group | null = null;
  for (const mention of form.mentions) {
    while (next < named.length && named[next]!.at < mention) last = named[next++]!.group;
    const group = last ?? groupOf.get(form)!;
    group.mentions.push({ mention, form, reason: last ? 'same surname, named last before' : 'same name' });
    if (last && !last.forms.includes(form)) last.forms.push(form);
  }
}
