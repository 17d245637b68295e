import { EXPORTS, type ExportFormat, type MenuCommand } from '../../electron/contract';
import { type Exported, exporters } from '../export';
import { fileStem } from '../export/file-name';
import { ask, failure } from './bridge';
import { analysis, article } from './current';
import { tell } from './messages';

export function isExport(command: MenuCommand): command is `export-${ExportFormat}` {
  return command.startsWith('export-') && command.slice('export-'.length) in exporters;
}

/**
 * Makes the file's content here and lets the person say where main saves it; then says where it lies and what its form
 * could not hold. With nothing to save it says why and asks for no place.
 */
export async function exportAs(command: `export-${ExportFormat}`): Promise<void> {
  const wanted = EXPORTS.find(({ format }) => command === `export-${format}`);
  if (!wanted || !analysis.value || !article.value) return;
  const analysed = { ...analysis.value, article: article.value };
  const exported = made(`${wanted.subject}, ${wanted.name}`, () => exporters[wanted.format](analysed));
  if (!exported) return;
  const { content, leftOut } = exported;
  if (content === null) {
    tell(['Nothing to export.', ...leftOut].join(' '));
    return;
  }
  const suggestedName = `${fileStem(analysed.article)} ${wanted.suffix}`;
  const path = await ask('file.save', { suggestedName, content, kind: 'text' });
  if (path) tell([`Saved as ${path}.`, ...leftOut].join(' '), path);
}

/** A mistake of ours in making a file is told like any other. */
function made(label: string, make: () => Exported): Exported | null {
  try {
    return make();
  } catch (error) {
    failure.value = {
      code: 'internal',
      file: null,
      cause: `Dateline made a mistake of its own while it wrote “${label}”.`,
      advice: 'Try another form; the details help to mend it.',
      waysOut: ['copy-details'],
      details: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
    return null;
  }
}

/** Prints the cleaned article, or saves it as PDF and says where it lies. */
export async function printArticle(toPdf: boolean): Promise<void> {
  if (!article.value) return;
  const path = await ask('article.print', { toPdf, name: fileStem(article.value) });
  if (path) tell(`Saved as ${path}.`, path);
}
