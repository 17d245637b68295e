import type { DraftBlock } from '../draft';
import type { MimePart } from './mime';

/** Headers that programs which send to many set, and a person's mail program does not. */
const BULK_HEADERS = ['feedback-id', 'x-campaign', 'x-campaignid', 'x-mc-user', 'x-sg-eid', 'x-report-abuse'];
/** Words of the links that a mail to many must or likes to offer. */
const WAY_OUT =
  /unsubscribe|opt[ -]?out|manage (?:your )?(?:preferences|subscription)|view (?:this )?(?:e?mail )?(?:in|on) (?:your |the )?(?:browser|web)|abmelden|abbestellen|se désabonner|désinscri|darse de baja|cancelar (?:la )?suscripci|disiscri|afmelden|im browser/i;

/** A person's mail has a link or two; a page sent as a mail has rows of them. */
const MANY_LINKS = 10;
const MANY_PICTURES = 4;
/** Pages sent as mails are laid out in tables within tables. */
const MANY_TABLES = 4;

/**
 * True for a page that was sent as a mail (a newsletter): by what its sender set, by links that only such mails
 * offer, and by its layout. Any one of these also occurs in a letter; an answer to somebody's mail is always one.
 */
export function isNewsletter(message: MimePart, blocks: readonly DraftBlock[], markup: string): boolean {
  const has = (name: string) => message.header(name) !== null;
  if (has('in-reply-to') || has('references')) return false;
  const bulk = has('list-unsubscribe') || /bulk|junk/i.test(message.header('precedence') ?? '');
  const evidence = [
    bulk || BULK_HEADERS.some(has),
    WAY_OUT.test(markup),
    count(markup, /<a\s/gi) >= MANY_LINKS,
    count(markup, /<img\s/gi) >= MANY_PICTURES,
    count(markup, /<table[\s>]/gi) >= MANY_TABLES,
    blocks.some(({ evidence: { hidden } }) => hidden),
  ];
  return evidence.filter(Boolean).length >= 3;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
