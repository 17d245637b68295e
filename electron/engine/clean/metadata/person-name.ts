/** What follows a name in a byline: a date, a role, reading time, how to write to the author. */
const TAIL =
  /\s*(?:[|•·⋅/•]|\s[–—-]\s|\(|\b(?:published|updated|posted|reviewed|last|on\s+\w+\s+\d|in\s+\p{Lu}|\d{1,2}\s+min|\d{1,2}[/.]\d|\d{4}|follow|view|read|senior|staff|special to|contribut\w+|correspondent|reporter|writer|editor|@|https?:|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)).*$/iu;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|af|av|and|und|et|y|e|&|with|och|og|en|и)$/i;
const WORD_OF_NAME = /^(?:\p{Lu}[\p{L}.'’-]*|\p{Lo}[\p{L}]*)$/u;
const CREDENTIAL =
  /^(?:MD|PhD|Ph\.D\.|RN|RD|MPH|MS|MA|BSc|MSc|CFP®?|CPA|JD|DDS|DVM|Esq\.?|Jr\.?|Sr\.?|II|III|M\.D\.)$/;
const MOST_WORDS = 14;
const NO_PERSON =
  /^(?:the|a|an|this|share|print|email|facebook|twitter|linkedin|instagram|pinterest|whatsapp|webmaster|admin|full|save|home|news|about|contact|menu|search|subscribe|sign|log|advertis\w*|by|read|more|posted|published|updated|editorial|follow|photo\w*|image|comments?|filed|topics?|categor\w+|tags?|sat|sun|mon|tue|wed|thu|fri|recipe|founder|return|back|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)$/i;

/** A stated author without what stands behind the name. */
export function withoutRole(value: string): string {
  return value
    .replace(/\s*(?:[|•·⋅]|\s[–—]\s|https?:).*$/u, '')
    .replace(/[\s,;:–—-]+$/, '')
    .trim();
}

/** The name or names with which a line begins, or null when it begins with none. */
export function nameIn(line: string): string | null {
  const bare = line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(TAIL, '')
    .replace(/[\s,;:–—-]+$/, '');
  const words = bare.split(' ');
  if (bare === '' || words.length > MOST_WORDS) return null;
  let last = -1;
  for (const [i, word] of words.entries()) {
    const own = word.replace(/,$/, '');
    if (WORD_OF_NAME.test(own) || CREDENTIAL.test(own)) {
      if (i === 0 && NO_PERSON.test(own)) return null;
      last = i;
    } else if (!PARTICLE.test(own) || i === 0) break;
  }
  if (last < 0) return null;
  const name = words
    .slice(0, last + 1)
    .join(' ')
    .replace(/,$/, '');
  return /\p{L}{2}/u.test(name) && !NO_PERSON.test(name) ? name : null;
}
