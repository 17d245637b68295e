/**
 * A key under which different romanisations of one name fall together: "Shoygu" and "Shoigu", "Qaddafi" and
 * "Gadhafi" do not all, but the common swaps of letters do. Works on folded keys (lower case, no accents).
 */
export function soundKey(key: string): string {
  return key
    .replace(/\b(?:al|el|ad|ash|as) /g, '')
    .replace(/ph/g, 'f')
    .replace(/kh|gh|dh|th|zh/g, (pair) => pair[0]!)
    .replace(/ck|q|c(?=[aou])/g, 'k')
    .replace(/ou|oo|w/g, 'u')
    .replace(/ee|ey|iy|y|j/g, 'i')
    .replace(/e(?=[aiou])/g, 'i')
    .replace(/(.)\1/g, '$1')
    .replace(/[ ]/g, '');
}

/** True when the two differ by at most one letter put in, left out or changed, or two neighbours swapped. */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (long.length !== short.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

/** Two spellings of one name, as romanisation makes them; short names must be longer than four letters. */
export function areSpellings(a: string, b: string): boolean {
  return a !== b && Math.min(a.length, b.length) >= 5 && soundKey(a) === soundKey(b);
}
