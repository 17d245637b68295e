import table from '../../data/class-names.json';

/** Groups of the words that pages use in class, id and role attributes. */
export const NAME_GROUPS = Object.keys(table.groups);

const groupsOfWord = new Map<string, number[]>();
Object.values(table.groups).forEach((words, group) => {
  for (const word of words.split(' ')) {
    const groups = groupsOfWord.get(word);
    if (groups) groups.push(group);
    else groupsOfWord.set(word, [group]);
  }
});

/** For each group, how near a word of it stands: 1 for the nearest name, less for farther ones, 0 for none. */
export function nearestGroups(names: readonly string[]): number[] {
  const near = NAME_GROUPS.map(() => 0);
  names.forEach((name, i) => {
    for (const group of groupsOfWord.get(name) ?? []) near[group] ||= 1 / (1 + i / 4);
  });
  return near;
}
