/**
 * The kinds of file that Dateline reads, with the reader that each goes to. Dialogues, folders, packages and checks
 * take their lists from here; a file is opened by what is in it, whatever its name ends in. A kind without endings is
 * not offered: most files that are called so are something else.
 */
export const FILE_KINDS = [
  { format: 'html', name: 'Web page', endings: ['html', 'htm', 'xhtml'], mediaType: 'text/html' },
  { format: 'mhtml', name: 'Saved web page', endings: ['mhtml', 'mht'], mediaType: 'multipart/related' },
  { format: 'text', name: 'Plain text', endings: ['txt', 'text'], mediaType: 'text/plain' },
  { format: 'markdown', name: 'Markdown text', endings: ['md', 'markdown'], mediaType: 'text/markdown' },
  { format: 'epub', name: 'EPUB publication', endings: ['epub'], mediaType: 'application/epub+zip' },
  { format: 'pdf', name: 'PDF document', endings: ['pdf'], mediaType: 'application/pdf' },
  {
    format: 'docx',
    name: 'Word document',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    format: 'odt',
    name: 'OpenDocument text',
    endings: ['odt', 'fodt', 'ott'],
    mediaType: 'application/vnd.oasis.opendocument.text',
  },
  { format: 'rtf', name: 'Rich text', endings: ['rtf'], mediaType: 'application/rtf' },
  { format: 'fb2', name: 'FictionBook', endings: ['fb2', 'fbz'], mediaType: 'application/x-fictionbook+xml' },
  { format: 'mhtml', name: 'Mail message', endings: ['eml'], mediaType: 'message/rfc822' },
  { format: 'mbox', name: 'Mailbox', endings: ['mbox'], mediaType: 'application/mbox' },
  {
    format: 'webarchive',
    name: 'Web archive of Safari',
    endings: ['webarchive'],
    mediaType: 'application/x-webarchive',
  },
  { format: 'warc', name: 'Web archive', endings: ['warc'], mediaType: 'application/warc' },
  { format: 'wacz', name: 'Web archive collection', endings: ['wacz'], mediaType: 'application/wacz' },
  { format: 'zip', name: 'Zipped web page', endings: [], mediaType: 'application/zip' },
  { format: 'feed', name: 'Feed', endings: ['rss', 'atom'], mediaType: 'application/rss+xml' },
  { format: 'jats', name: 'Journal article', endings: ['nxml', 'jats'], mediaType: 'application/jats+xml' },
  { format: 'nitf', name: 'News agency article', endings: ['nitf'], mediaType: 'application/nitf+xml' },
  { format: 'notebook', name: 'Jupyter notebook', endings: ['ipynb'], mediaType: 'application/x-ipynb+json' },
] as const;

/** The kinds that dialogues, folders and packages offer. */
export const OFFERED_KINDS = FILE_KINDS.filter(({ endings }) => endings.length > 0);

/** How a file is read. Mail is read as the same format as saved web pages. */
export type FileFormat = (typeof FILE_KINDS)[number]['format'];
