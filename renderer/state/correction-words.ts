import type { CorrectionChange } from '../../electron/contract';

/** What a correction did, as a short sentence for the person who made it. */
export function correctionWords(change: CorrectionChange): string {
  switch (change.kind) {
    case 'mergeEntities':
      return `${change.from.name} is now the same as ${change.into.name}`;
    case 'splitEntity':
      return `${change.names.join(', ')} split from ${change.entity.name}`;
    case 'renameEntity':
      return `${change.entity.name} is now called ${change.name}`;
    case 'retypeEntity':
      return `${change.entity.name} is now of type ${change.type}`;
    case 'notAnEntity':
      return `${change.entity.name} is no longer an entity`;
    case 'addEntity':
      return `${change.anchor.quote.exact} added as ${change.type}`;
    case 'setReference':
      return change.entity
        ? `“${change.reference.quote.exact}” now means ${change.entity.name}`
        : `“${change.reference.quote.exact}” no longer stands for a name`;
    case 'setSpeaker':
      return change.entity
        ? `Statement now by ${change.entity.name}`
        : 'Statement no longer by anybody named';
    case 'hideStatement':
      return `“${shortened(change.statement.quote.exact)}” is no longer a statement`;
    case 'setEventDate':
      return 'Date of the event changed';
    case 'setEventAnchor':
      return 'Event counted from another day';
    case 'setEventHeadline':
      return 'Headline changed';
    case 'mergeEvents':
      return 'Two events are now one';
    case 'hideEvent':
      return `“${shortened(change.event.quote.exact)}” is no longer an event`;
    case 'addEvent':
      return 'Event added';
  }
}

/** UTF-16 units of a quotation in a sentence about it. */
const LONGEST = 60;

function shortened(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')}…` : words;
}
