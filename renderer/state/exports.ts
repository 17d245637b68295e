import type { Analysis, ExportFormat, MenuCommand } from '../../electron/contract';
import { exporters } from '../export';
import { ask } from './bridge';

export function isExport(command: MenuCommand): command is `export-${ExportFormat}` {
  return command.startsWith('export-') && command.slice('export-'.length) in exporters;
}

/** Makes the file's content here and lets the person say where main saves it. */
export async function exportAs(command: `export-${ExportFormat}`, analysis: Analysis): Promise<void> {
  const exporter = exporters[command.slice('export-'.length) as ExportFormat];
  const stem = analysis.article.source.name.replace(/\.[^.]*$/, '');
  await ask('file.save', {
    suggestedName: `${stem} ${exporter.suffix}`,
    content: exporter.make(analysis),
    kind: 'text',
  });
}
