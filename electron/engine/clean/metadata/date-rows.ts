import type { DraftBlock } from '../../read/draft';
import { type NumericOrder, type ReadDay, readDay, westernDigits } from './calendar-day';

/** A line of the text that states the article's day, with how much it looks like a date row: 0 and less is not. */
export interface DateRow extends ReadDay {
  score: number;
  /** What the row calls its day. */
  label: 'published' | 'updated' | null;
}

const LONGEST_ROW = 220;
const ANY_YEAR = /(?:1[6-9]|2[01])\d{2}|\d[./-]\d{2}\b/;

const PUBLISHED =
  /\b(?:published|posted|publication date|date published|originally|first published|created|written|issued|released|date|on)\b|veröffentlicht|erstellt|publié|publicado|publicad[ao]|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|udgivet|julkaistu|opublikowano|diposting|опубликовано|yayın/i;
const UPDATED =
  /\b(?:updated?|modified|revised|reviewed|edited|last changed|corrected)\b|aktualisiert|stand:|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|päivitetty|aktualizacja|diperbarui|обновлено|güncelle/i;
const NOT_THE_DAY =
  /\b(?:copyright|all rights|©|expires?|deadline|events?|webinar|register|birth|born|died|due|effective|upcoming|comments?|replies|reply|says|said|subscribe|version|until|valid|accessed|retrieved)\b|©/i;

/** Words of class names that publishing systems give to date rows. */
const DATE_NAMES = new Set(
  'date dateline datetime published publish pubdate posted post-date entry-date timestamp time meta entry-meta post-meta article-meta byline posted-on article-date'.split(
    ' ',
  ),
);
const OUTSIDE = new Set(['nav', 'aside', 'footer', 'form']);

const WORD = /\p{L}{2,}/gu;

function wordsBeside(text: string, words: string): number {
  return text.replace(words, ' ').match(WORD)?.length ?? 0;
}

function byPlace(distance: number): number {
  if (distance === 0) return 0.5;
  if (distance > 0 && distance <= 10) return 2.2 - distance * 0.12;
  if (distance < 0 && distance >= -5) return 1.2 + distance * 0.1;
  return distance < 0 ? -1.2 : -0.6;
}

function byEvidence({ evidence }: DraftBlock): number {
  let score = 0;
  if (evidence.names.some((name) => DATE_NAMES.has(name))) score += 1;
  if (evidence.inside.some((name) => OUTSIDE.has(name))) score -= 2;
  if (evidence.hidden) score -= 1.5;
  if (evidence.linkShare > 0.6) score -= 1;
  if (evidence.inside.includes('time')) score += 0.5;
  return score;
}

function rowOf(draft: DraftBlock, distance: number, order: NumericOrder): DateRow | null {
  const { text, kind } = draft.block;
  if (text.length > LONGEST_ROW || kind === 'code' || !ANY_YEAR.test(westernDigits(text))) return null;
  const found = readDay(text, order);
  if (!found) return null;
  const label = UPDATED.test(text)
    ? PUBLISHED.test(text)
      ? 'published'
      : 'updated'
    : PUBLISHED.test(text)
      ? 'published'
      : null;
  const beside = wordsBeside(text, found.words);
  let score = byPlace(distance) + byEvidence(draft);
  if (label === 'published') score += 1;
  if (label === 'updated') score += 0.3;
  score += beside <= 4 ? 1 : beside <= 10 ? 0.3 : beside <= 20 ? -0.7 : -2;
  if (NOT_THE_DAY.test(text)) score -= 2;
  return { ...found, score, label };
}

/** Rows that stand so near each other, in blocks, are a list of other articles when they are so many. */
const LISTING_REACH = 12;
const LISTING_ROWS = 5;
const SURE_IN_LISTING = 3;

/** Takes out the days of lists of other articles. `rows` are in the order of the text. */
function withoutListings(rows: readonly (DateRow & { index: number })[]): DateRow[] {
  let from = 0;
  let to = 0;
  return rows.filter(({ index, score }) => {
    while ((rows[from]?.index ?? 0) < index - LISTING_REACH) from++;
    while (to < rows.length && (rows[to]?.index ?? 0) <= index + LISTING_REACH) to++;
    return score > SURE_IN_LISTING || to - from < LISTING_ROWS;
  });
}

/**
 * The lines near the headline, or at the end, that state a day in full, best first.
 * @param title index of the headline's block; minus one when there is none
 */
export function findDateRows(blocks: readonly DraftBlock[], title: number, order: NumericOrder): DateRow[] {
  const anchor =
    title >= 0
      ? title
      : Math.max(
          0,
          blocks.findIndex(({ evidence }) => evidence.located),
        );
  const rows = blocks.flatMap((draft, index) => {
    const row = rowOf(draft, index - anchor, order);
    return row && row.score > 0 ? [{ ...row, index }] : [];
  });
  return withoutListings(rows).sort((a, b) => b.score - a.score);
}
