import table from '../../data/class-names.json';

/** Groups of the words that pages use in class, id and role attributes. */
export const NAME_GROUPS = Object.keys(table.groups);

/** Words at least this long are found inside longer ones too ("resgallery"). */
const SHORTEST_STEM = 6;

const words = Object.values(table.groups).flatMap((group, index) =>
  group.split(' ').map((word) => ({ word, index })),
);

/** Pages share few names; each is looked up once. Bounded, because hostile pages may not. */
const known = new Map<string, readonly number[]>();
const MOST_KNOWN = 20_000;

function groupsOf(name: string): readonly number[] {
  let groups = known.get(name);
  if (!groups) {
    const found = words.filter(
      ({ word }) => name === word || (word.length >= SHORTEST_STEM && name.includes(word)),
    );
    groups = [...new Set(found.map(({ index }) => index))];
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, groups);
  }
  return groups;
}

/** For each group, how near a word of it stands: 1 for the nearest name, less for farther ones, 0 for none. */
export function nearestGroups(names: readonly string[]): number[] {
  const near = NAME_GROUPS.map(() => 0);
  names.forEach((name, i) => {
    for (const group of groupsOf(name)) near[group] ||= 1 / (1 + i / 4);
  });
  return near;
}
