import { EngineError } from '../../errors';
import { Archive } from '../archive/archive';
import { pictureOf } from '../archive/entry-picture';
import { decodeText } from '../encoding/decode';
import { resolveEntry } from '../epub/package';
import type { FormatReader } from '../format-reader';
import { pageDraft } from '../html-file/page-draft';
import { mainPage } from './main-page';

/** A page that was packed with its pictures (SingleFile's archives, a saved page somebody zipped). */
export const readZippedPage: FormatReader = ({ bytes }, decisions) => {
  const archive = new Archive(bytes);
  const name = mainPage(archive.names);
  const page = name === null ? null : archive.read(name);
  if (name === null || page === null) throw noPage();
  const decoded = decodeText(page, { markup: true, override: decisions.encoding });
  return pageDraft({
    format: 'zip',
    decoded,
    address: null,
    find: (_, asWritten) => {
      const entry = resolveEntry(name, asWritten);
      return entry === null ? null : pictureOf(archive, entry);
    },
  });
};

function noPage(): EngineError {
  return new EngineError(
    'no-text',
    'The archive holds several pages, or none.',
    'Unpack the archive and open the page you want to read.',
  );
}
