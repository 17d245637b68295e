import type { RemovalReason } from '../../contract';
import type { DraftBlock } from '../read/draft';
import type { BlockLooks } from './features';
import { NAME_GROUPS, nearestGroups } from './features/name-groups';

/** A block that goes, with what is around it. */
export interface Removed {
  one: DraftBlock;
  description: BlockLooks;
  /** The heading it stands under is removed too, and this is what its words say. */
  section: RemovalReason | null;
  besideFigure: boolean;
  beforeText: boolean;
}

export interface Judgement {
  reason: RemovalReason;
  rule: string;
}

type Rule = (removed: Removed) => Judgement | null;

const PHRASE_WORDS: Partial<Record<RemovalReason, string>> = {
  advertisement: 'words of an advertisement',
  share: 'words of a share row',
  navigation: 'words of a menu',
  newsletter: 'words of a sign-up or an offer',
  related: 'words that lead to other articles',
  comments: 'words of a comment section',
  cookies: 'words of a consent notice',
  byline: 'words of a byline or an author note',
  credit: 'words of a picture credit or a copyright line',
  date: 'words of a date row',
};

const REASON_OF_GROUP: Record<string, RemovalReason> = {
  share: 'share',
  related: 'related',
  comment: 'comments',
  navigation: 'navigation',
  footer: 'navigation',
  advert: 'advertisement',
  newsletter: 'newsletter',
  caption: 'caption',
  author: 'byline',
  date: 'date',
  tag: 'navigation',
  contents: 'navigation',
};

const DATE_ROW = /\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d+ (?:minute|hour|day|week|month|year)s? ago\b/i;
const NAME_LINE = /^(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}$/u;

/** Strongest phrase of at least the given strength (1 anywhere, 2 start, 3 whole block). */
function strongest({ description }: Removed, atLeast: number): RemovalReason | null {
  let best: RemovalReason | null = null;
  let most = atLeast - 1;
  for (const [reason, strength] of description.facts.phrases) {
    if (strength > most) {
      best = reason as RemovalReason;
      most = strength;
    }
  }
  return best;
}

const phrase =
  (atLeast: number): Rule =>
  (removed) => {
    const reason = strongest(removed, atLeast);
    return reason && { reason, rule: PHRASE_WORDS[reason] ?? 'words of page furniture' };
  };

const sectionHeading: Rule = ({ section }) =>
  section && { reason: section, rule: 'stands under a heading that is not of the article' };

const elementName: Rule = ({ one }) => {
  const near = nearestGroups(one.evidence.names.slice(0, 12));
  let best: Judgement | null = null;
  let most = 0.3;
  near.forEach((value, i) => {
    const group = NAME_GROUPS[i] ?? '';
    const reason = REASON_OF_GROUP[group];
    if (!reason || value <= most) return;
    most = value;
    best = { reason, rule: `the page calls its place "${group}"` };
  });
  return best;
};

const dateRow: Rule = ({ one, description }) =>
  description.facts.words <= 12 && DATE_ROW.test(one.block.text)
    ? { reason: 'date', rule: 'short row with a date' }
    : null;

const linkRow: Rule = ({ one }) =>
  one.evidence.linkShare > 0.6 ? { reason: 'related', rule: 'almost all of it is link' } : null;

const caption: Rule = ({ one, besideFigure, description }) =>
  besideFigure && description.facts.words <= 60 && one.block.kind === 'paragraph'
    ? { reason: 'caption', rule: 'stands beside a picture' }
    : null;

const strayName: Rule = ({ one, beforeText }) => {
  if (!NAME_LINE.test(one.block.text)) return null;
  return beforeText
    ? { reason: 'byline', rule: 'a name alone before the text' }
    : { reason: 'caption', rule: 'a name alone, left behind by a picture or a link' };
};

/** In order of certainty; the first that speaks gives the reason shown to the reader. */
const rules: readonly Rule[] = [
  phrase(2),
  sectionHeading,
  elementName,
  dateRow,
  linkRow,
  caption,
  phrase(1),
  strayName,
];

/** Says why a block that the model threw out is not part of the article. */
export function reasonFor(removed: Removed): Judgement {
  for (const rule of rules) {
    const judgement = rule(removed);
    if (judgement) return judgement;
  }
  const place = removed.beforeText ? 'before the text' : 'unlike the text around it';
  return { reason: 'boilerplate', rule: place };
}
