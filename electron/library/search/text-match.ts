import type { Query, Words } from './query';

/** A query in the language of the index (FTS5), or null for one that the index alone cannot answer. */
export function textMatch(query: Query): string | null {
  switch (query.kind) {
    case 'words':
      return inField(query.field, phrase(query));
    case 'near':
      return inField(query.field, `NEAR(${query.terms.map(phrase).join(' ')}, ${query.distance})`);
    case 'or':
      return joined(query.parts.map(textMatch), ' OR ');
    case 'and':
      return every(query.parts);
    default:
      return null;
  }
}

/** What is not wanted can be said only of what is: FTS5 has no NOT of its own. */
function every(parts: readonly Query[]): string | null {
  const wanted = joined(parts.filter((part) => part.kind !== 'not').map(textMatch), ' AND ');
  const refused = parts.flatMap((part) => (part.kind === 'not' ? [textMatch(part.part)] : []));
  if (refused.length === 0 || wanted === null) return wanted;
  const all = joined(refused, ' OR ');
  return all === null ? null : `(${wanted} NOT ${all})`;
}

function joined(parts: readonly (string | null)[], operator: string): string | null {
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(operator)})`;
}

/** Words hold letters and digits only (`fold.ts`), so nothing needs escaping. */
function phrase({ words, prefix }: Words): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`;
}

function inField(field: string | null, match: string): string {
  return field === null ? match : `{${field}} : ${match}`;
}
