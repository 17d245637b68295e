import type { MetadataCandidate } from '../draft';
import type { PdfDocument } from './pdf-library';

/** Programs write the name of the file, or of themselves, where the title should be. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint) - |untitled|document\d*$|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf|txt|html?)$)/i;
const NO_AUTHOR = /^(?:user|admin|administrator|owner|unknown|.*@.*)$/i;

/** Programs that print a page to a file: the day of making is then the day somebody saved it. */
const PRINTED_PAGE =
  /Skia\/PDF|Mozilla|Chrom(?:e|ium)|Firefox|WebKit|wkhtmltopdf|Quartz PDFContext|Print To PDF/i;

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  return typeof value === 'string' ? value.trim().slice(0, 500) : '';
}

/**
 * What a PDF's properties and XMP record say. The day a publisher recorded (PRISM) is the day of publication; the
 * day of making is chosen only when nothing better is found, and never where a browser made the file.
 */
export async function readPdfMetadata(document: PdfDocument): Promise<MetadataCandidate[]> {
  const { info, metadata } = await document.getMetadata();
  const candidates: MetadataCandidate[] = [];
  const add = (field: MetadataCandidate['field'], ...values: unknown[]) => {
    for (const value of values.map(textOf)) {
      if (value) candidates.push({ field, value, source: 'document-properties', words: value });
    }
  };
  const xmp = (name: string) => metadata?.get(name);
  add('title', ...[xmp('dc:title'), info.Title].filter((title) => !NO_TITLE.test(textOf(title))));
  add('byline', ...[xmp('dc:creator'), info.Author].filter((author) => !NO_AUTHOR.test(textOf(author))));
  add('site', xmp('prism:publicationname'), xmp('dc:publisher'));
  add('language', xmp('dc:language'), info.Language);
  add(
    'publicationDate',
    xmp('prism:publicationdate'),
    xmp('prism:coverdate'),
    xmp('dc:date'),
    ...(PRINTED_PAGE.test(`${textOf(info.Producer)} ${textOf(info.Creator)}`)
      ? []
      : [info.CreationDate, xmp('xmp:createdate')]),
  );
  add('modificationDate', info.ModDate, xmp('xmp:modifydate'));
  return candidates;
}
