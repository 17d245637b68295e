import type { MetadataSource } from '../../electron/contract';

/** Where a title, an author, a day … was found, for people. */
export const sourceWords: Record<MetadataSource, string> = {
  'json-ld': 'from the page’s data',
  'meta-tag': 'from the page’s data',
  'time-element': 'from the page',
  heading: 'from the heading',
  'title-element': 'from the page’s title',
  text: 'from the text',
  'document-properties': 'from the document’s properties',
  url: 'from the address',
  'file-name': 'from the file’s name',
  'file-time': 'only the file’s own time',
  detected: 'detected',
  reader: 'set by you',
};
