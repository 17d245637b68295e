import { focusText } from './focus';

/** Selects what a person means by all: the words in a field they type in, else the text of the article. */
export function selectAll(): void {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.select();
    return;
  }
  const text = [
    ...document.querySelectorAll<HTMLElement>('.blocks, .original .source, .original .pieces'),
  ].find((element) => element.checkVisibility());
  if (!text) return;
  focusText();
  getSelection()?.selectAllChildren(text);
}
