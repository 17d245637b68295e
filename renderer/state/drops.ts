import { signal } from '@preact/signals';
import { openFiles, openFound } from './article';
import { ask } from './bridge';

/** Files hang over the window. */
export const dropping = signal(false);

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

async function openDropped(files: readonly File[]): Promise<void> {
  const paths = files.map((file) => window.dateline.pathOf(file)).filter((path) => path !== '');
  const found = await ask('files.expand', { paths });
  await (found ? openFound(found) : openFiles(paths));
}

/** Opens files dropped anywhere on the window. @returns a function that stops listening */
export function listenForDrops(): () => void {
  const over = (event: DragEvent) => {
    event.preventDefault();
    dropping.value = hasFiles(event);
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) dropping.value = false;
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    dropping.value = false;
    void openDropped([...(event.dataTransfer?.files ?? [])]);
  };
  addEventListener('dragover', over);
  addEventListener('dragleave', leave);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('dragleave', leave);
    removeEventListener('drop', drop);
  };
}
