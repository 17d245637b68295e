import type { PredictedName } from '../cli/predict/entities';
import { type Score, scoreOf } from './name-score';

/** A document with coreference clusters, as GUM has them. `tokens`: start, end, universal tag, Penn tag. */
export interface ClusterDocument {
  id: string;
  text: string;
  tokens: [number, number, string, string][];
  mentions: { start: number; end: number; etype: string; cluster: string }[];
}

const NAMED = new Set(['person', 'place', 'organization']);
/** Offices that GUM tags as proper nouns; alone they name nobody. */
const OFFICES = new Set(
  (
    'administrator senator minister president mp mps ceo secretary spokesman spokeswoman spokesperson director general ' +
    'judge professor doctor prime governor mayor chief premier chairman king queen prince princess sir congressman ' +
    'congresswoman ambassador commissioner sen. gov. mr mr. mrs mrs. ms ms. dr dr.'
  ).split(' '),
);

/** The last proper noun of a mention before its first preposition, comma or bracket; null when it names nobody. */
function anchorOf(mention: { start: number; end: number }, doc: ClusterDocument): [number, number] | null {
  let anchor: [number, number] | null = null;
  for (const [start, end, tag] of doc.tokens) {
    if (start < mention.start || end > mention.end) continue;
    const text = doc.text.slice(start, end);
    if (anchor && (tag === 'ADP' || (tag === 'PUNCT' && /^[,([]/.test(text)))) break;
    if (tag === 'PROPN') anchor = [start, end];
  }
  return anchor && !OFFICES.has(doc.text.slice(...anchor).toLowerCase()) ? anchor : null;
}

interface Item {
  gold: string;
  system: string | null;
}

function itemsOf(doc: ClusterDocument, names: readonly PredictedName[]): Item[] {
  return doc.mentions.flatMap((mention) => {
    const anchor = NAMED.has(mention.etype) ? anchorOf(mention, doc) : null;
    if (!anchor) return [];
    const over = names.filter((name) => name.start <= anchor[0] && name.end >= anchor[1]);
    const shortest = over.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return [{ gold: mention.cluster, system: shortest?.entity ?? null }];
  });
}

/**
 * B-cubed (Bagga and Baldwin 1998) over the gold mentions that hold a name. A mention that no prediction covers
 * counts nothing for recall and is left out of precision.
 */
export function mergeScore(
  documents: readonly ClusterDocument[],
  predictions: readonly PredictedName[][],
): Score {
  let precision = 0;
  let recall = 0;
  let covered = 0;
  let all = 0;
  for (const [i, doc] of documents.entries()) {
    const items = itemsOf(doc, predictions[i]!);
    all += items.length;
    for (const item of items) {
      if (item.system === null) continue;
      const sameSystem = items.filter((other) => other.system === item.system);
      const both = sameSystem.filter((other) => other.gold === item.gold).length;
      precision += both / sameSystem.length;
      recall += both / items.filter((other) => other.gold === item.gold).length;
      covered++;
    }
  }
  const p = scoreOf(precision, covered, covered).precision;
  const r = scoreOf(recall, all, all).recall;
  return { precision: p, recall: r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}
