import { join } from 'node:path';
import type { Completeness } from './gold-tags';

/** An openly licensed set of annotated texts. */
export interface TrainingSet {
  name: string;
  source: string;
  licence: string;
  completeness: Completeness;
  weight: number;
}

export const SETS: TrainingSet[] = [
  {
    name: 'gum-news.train',
    source: 'Georgetown University Multilayer corpus (GUM), Wikinews part',
    licence: 'CC BY 2.5 (texts), CC BY 4.0 (annotations)',
    completeness: 'gaps',
    weight: 1,
  },
  {
    name: 'gum-open.train',
    source: 'Georgetown University Multilayer corpus (GUM), openly licensed genres',
    licence: 'CC BY, CC BY-SA',
    completeness: 'gaps',
    weight: 0.5,
  },
  {
    name: 'wikigold.all',
    source: 'Wikigold (Balasuriya and others 2009), Wikipedia articles',
    licence: 'CC BY 4.0, texts CC BY-SA',
    completeness: 'all',
    weight: 1,
  },
  {
    name: 'uner-ewt.dev',
    source: 'Universal NER, English Web Treebank',
    licence: 'CC BY-SA 4.0',
    completeness: 'noOthers',
    weight: 1,
  },
  {
    name: 'uner-ewt.test',
    source: 'Universal NER, English Web Treebank',
    licence: 'CC BY-SA 4.0',
    completeness: 'noOthers',
    weight: 1,
  },
  {
    name: 'ordinary-pages',
    source:
      'Names on ordinary pages (electron/training/ordinary-pages), labelled for Dateline on texts of WCXB',
    licence: 'CC BY 4.0',
    completeness: 'all',
    weight: 1,
  },
];

/** Where the set's file lies: the ordinary pages are part of this repository. @param data folder of the public sets */
export function pathOf({ name }: TrainingSet, data: string): string {
  return name === 'ordinary-pages'
    ? 'electron/training/ordinary-pages/pages.jsonl'
    : join(data, `${name}.jsonl`);
}
