import type { Paragraph } from './structure';

/** Characters of a line that can only be prose, and of one that can be a headline. */
const SHORTEST_PROSE = 120;
const LONGEST_TITLE = 200;
const ENDS_LIKE_PROSE = /[.!?…。！？]["”’»)]?$/;
/** How many lines before the first prose may hold the headline: it, a subtitle, a byline, a date, share rows. */
const REACH = 12;
const NOT_A_TITLE =
  /^(?:by\s|von\s|par\s|por\s|di\s|share\b|advertisement|published|updated|posted|photo|image|https?:|www\.|©)|@|\b\d{1,2}:\d{2}\b/i;

function words(text: string): number {
  return text.split(/\s+/).length;
}

function isProse(text: string): boolean {
  return text.length >= SHORTEST_PROSE && /\s/.test(text) && ENDS_LIKE_PROSE.test(text);
}

/** How much a line before the lead looks like its headline; a headline has some words and is no sentence. */
function titleScore({ text, underlined, separator }: Paragraph, distance: number): number {
  if (separator || text.length > LONGEST_TITLE || text.length < 4 || NOT_A_TITLE.test(text)) return 0;
  const count = words(text);
  if (count < 2 && !underlined) return 0.2;
  const length = Math.min(count, 8) / 8;
  return length + (underlined ? 2 : 0) + (ENDS_LIKE_PROSE.test(text) ? -0.4 : 0) - distance * 0.03;
}

/**
 * Index of the headline: the line most like one among those right before the first prose. Minus one when the text
 * begins with prose or has none.
 */
export function titleIndex(paragraphs: readonly Paragraph[]): number {
  const lead = paragraphs.findIndex(({ text }) => isProse(text));
  const first = paragraphs.length === 1 ? -1 : lead;
  if (first < 1) return -1;
  let best = { index: -1, score: 0.3 };
  for (let i = Math.max(0, first - REACH); i < first; i++) {
    const score = titleScore(paragraphs[i] as Paragraph, first - i);
    if (score > best.score) best = { index: i, score };
  }
  return best.index;
}
