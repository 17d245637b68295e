import type { Anchor, Block, CorrectionChange } from '../../electron/contract';

/** What a correction did, as a short sentence for the person who made it. */
export function correctionWords(change: CorrectionChange): string {
  switch (change.kind) {
    case 'mergeEntities':
      return `${change.from.name} is now the same as ${change.into.name}`;
    case 'keepApart':
      return `${change.a.name} and ${change.b.name} are not the same`;
    case 'splitEntity':
      return `${change.names.join(', ')} split from ${change.entity.name}`;
    case 'renameEntity':
      return `${change.entity.name} is now called ${change.name}`;
    case 'retypeEntity':
      return `${change.entity.name} is now of type ${change.type}`;
    case 'notAnEntity':
      return `${change.entity.name} is no longer an entity`;
    case 'addEntity':
      return `${quoted(change.anchor)} added as ${change.type}`;
    case 'setReference':
      return change.entity
        ? `${quoted(change.reference)} now means ${change.entity.name}`
        : `${quoted(change.reference)} no longer stands for a name`;
    case 'setSpeaker':
      return change.entity
        ? `${quoted(change.statement)} is now said by ${change.entity.name}`
        : `${quoted(change.statement)} is no longer said by anybody named`;
    case 'hideStatement':
      return `${quoted(change.statement)} is no longer a statement`;
    case 'setEventDate':
      return `Date of ${quoted(change.event)} changed`;
    case 'setEventAnchor':
      return `${quoted(change.event)} counted from another day`;
    case 'setEventHeadline':
      return `Headline of ${quoted(change.event)} changed`;
    case 'mergeEvents':
      return `${quoted(change.from)} and ${quoted(change.into)} are now one event`;
    case 'hideEvent':
      return `${quoted(change.event)} is no longer an event`;
    case 'addEvent':
      return `${quoted(change.anchor)} added as an event`;
  }
}

/**
 * Why a correction that changes nothing in these blocks does not. Words that still stand there may have been found by
 * the engine in another way since, so only words that are nowhere are called gone.
 */
export function whyUnapplied(change: CorrectionChange, blocks: readonly Pick<Block, 'text'>[]): string {
  const stands = ({ quote }: Anchor) => blocks.some(({ text }) => text.includes(quote.exact));
  return anchorsOf(change).every(stands)
    ? 'It finds nothing to change in the article any more.'
    : 'These words are no longer in the article.';
}

function anchorsOf(change: CorrectionChange): Anchor[] {
  if ('anchor' in change) return [change.anchor];
  if ('event' in change) return [change.event];
  if ('reference' in change) return [change.reference];
  if ('statement' in change) return [change.statement];
  return change.kind === 'mergeEvents' ? [change.from, change.into] : [];
}

/** UTF-16 units of a quotation in a sentence about it. */
const LONGEST = 60;

function quoted({ quote: { exact } }: Anchor): string {
  const shown = exact.length > LONGEST ? `${exact.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : exact;
  return `“${shown}”`;
}
