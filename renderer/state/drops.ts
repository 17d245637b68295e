import { openFiles } from './article';

/** Opens files dropped anywhere on the window. @returns a function that stops listening */
export function listenForDrops(): () => void {
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    void openFiles(files.map((file) => window.dateline.pathOf(file)).filter((path) => path !== ''));
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}
