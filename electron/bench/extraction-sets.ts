import { dateline, defuddle, type Method, readability, wholeText } from './extraction-methods';

/** What a set knows of one page. */
export interface Truth {
  articleBody: string;
  title?: string;
  author?: string | null;
  publish_date?: string | null;
  url?: string;
}

/** Which figure counts for a set: F1 of 4-grams as in article-extraction-benchmark, or of words as in WCXB. */
export type Measure = 'shingles' | 'words' | 'dumps';

export interface PageSet {
  name: string;
  /** Folder of the pages, and the truth, below the data folder. */
  pages: string;
  archive: string;
  truth: string;
  file(id: string): string;
  methods: Record<string, Method>;
  measure: Measure;
  /** Title, author and day are part of the truth. */
  metadata: boolean;
  /** Our model is fitted on these very pages: the figure flatters it. */
  fitted: boolean;
}

const PAGE_METHODS = { Dateline: dateline, 'Readability+linkedom': readability, Defuddle: defuddle };
const TEXT_METHODS = { Dateline: dateline, uncleaned: wholeText };

type Own = Pick<PageSet, 'name' | 'measure'> & Partial<PageSet>;

function pageSet(folder: string, own: Own): PageSet {
  return {
    pages: `extraction/${folder}`,
    archive: 'pages',
    truth: `extraction/${folder}/truth.json`,
    file: (id) => `${id}.html`,
    methods: PAGE_METHODS,
    metadata: false,
    fitted: false,
    ...own,
  };
}

export const SETS: readonly PageSet[] = [
  pageSet('scrapinghub', { name: 'news', measure: 'shingles' }),
  pageSet('wcxb', { name: 'wcxb', measure: 'words', metadata: true, fitted: true }),
  pageSet('fundus', { name: 'fundus', measure: 'shingles' }),
  pageSet('wcxbtypes', { name: 'types', measure: 'words', fitted: true }),
  ...['container', 'page'].map((kind) =>
    pageSet('text', {
      name: `text ${kind}`,
      measure: 'shingles',
      truth: 'extraction/scrapinghub/truth.json',
      file: (id) => `${id}.${kind}.txt`,
      methods: TEXT_METHODS,
    }),
  ),
  pageSet('dumps', {
    name: 'dumps',
    archive: 'dumps',
    measure: 'dumps',
    file: (id) => `${id}.txt`,
    methods: TEXT_METHODS,
    fitted: true,
  }),
];
