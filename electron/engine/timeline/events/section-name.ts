import type { ParsedBlock } from '../../stages';
import { type BlockMentions, mentionsIn } from './pronouns';

/** Subjects that only the section's heading names: "The show will take place in May". */
const BARE =
  /^(?:The (?:event|show|conference|summit|festival|fair|convention|exhibition|tour|race|series|game|film|book|album|device|phone|app|tool|product|platform|programme|program)|It|They|This|These)\b(?! of\b)/;
const LONGEST = 60;
const MOST_WORDS = 8;

/** The heading of a section, where it is a name and no sentence; null for "Overview" and "What is it?". */
export function sectionName(block: ParsedBlock, mentions: BlockMentions): string | null {
  const text = block.parsed.text.replace(/^\s*(?:\d+[.)]|#)\s*/, '').trim();
  const isShort = text.length <= LONGEST && text.split(/\s+/).length <= MOST_WORDS && !/[?!:]/.test(text);
  const isNamed = mentionsIn(mentions, 0, block.parsed.text.length).length > 0;
  return isShort && isNamed && text !== '' ? text : null;
}

/** "MODEX: The show will take place in Atlanta": with the section's name where the headline only points at it. */
export function withSectionName(headline: string, section: string | null): string {
  if (section === null || !BARE.test(headline) || headline.includes(section)) return headline;
  return `${section}: ${headline}`;
}
