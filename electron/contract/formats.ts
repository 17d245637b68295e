/**
 * The kinds of file that Dateline reads, with the reader that each goes to. Dialogues, folders, packages and checks
 * take their lists from here; a file is opened by what is in it, whatever its name ends in.
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
  { format: 'mhtml', name: 'Mail message', endings: ['eml'], mediaType: 'message/rfc822' },
] as const;

/** How a file is read. Mail is read as the same format as saved web pages. */
export type FileFormat = (typeof FILE_KINDS)[number]['format'];
