import type { Found } from '../../../contract';
import type { DraftBlock, MetadataCandidate } from '../../read/draft';

const BY =
  /^(?:(?:written|posted|published|story|words|text|report(?:ed|ing)?)\s+)?(?:by|von|par|por|di|door|av|af|przez|oleh|автор)\b[:\s]+/i;
/** What follows a name in a byline row: a date, a role, reading time, how to write to the author. */
const TAIL =
  /\s*(?:[|•·/]|\s[–—-]\s|\b(?:published|updated|posted|on\s+\w+\s+\d|\d{1,2}\s+min|\d{1,2}[/.]\d|follow|contributor|staff writer|special to|@|https?:|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)).*$/i;
const ROW = /^(?:by|von|par|por|di|door)\s+\p{Lu}/iu;
const LONGEST_ROW = 120;
const LONGEST = 160;
const NO_NAME =
  /^(?:admin|administrator|editor|staff|author|unknown|null|undefined|user|guest|webmaster|na|n\/a)$/i;
const HAS_LETTER = /\p{L}{2}/u;
/** Blocks around the headline in which a byline row stands. */
const REACH = 8;

function cleaned(value: string): string | null {
  const name = value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BY, '')
    .replace(TAIL, '')
    .replace(/[\s,;:–—-]+$/, '')
    .trim();
  return name.length <= LONGEST && HAS_LETTER.test(name) && !NO_NAME.test(name) ? name : null;
}

/** Who wrote the article: what the source states of itself, else a row "By ..." near the headline. */
export function chooseByline(
  candidates: readonly MetadataCandidate[],
  blocks: readonly DraftBlock[],
  title: number,
  site: string | null,
): Found<string> | null {
  for (const { field, value, source, words } of candidates) {
    if (field !== 'byline') continue;
    const name = cleaned(value);
    if (name && name !== site) return { value: name, source, ...(words !== undefined && { words }) };
  }
  const start = Math.max(0, title - 2);
  for (const { block, evidence } of blocks.slice(start, start + REACH + 2)) {
    if (block.text.length > LONGEST_ROW || evidence.hidden || !ROW.test(block.text)) continue;
    const name = cleaned(block.text.split('\n', 1)[0] ?? '');
    if (name) return { value: name, source: 'text', words: block.text };
  }
  return null;
}
