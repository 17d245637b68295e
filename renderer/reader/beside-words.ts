/** Puts a bar above words, or below them where there is no room. @param box of the words, viewport px */
export function besideWords(element: HTMLElement, box: DOMRect): void {
  const above = box.top - element.offsetHeight - 8;
  element.style.top = `${above > 50 ? above : box.bottom + 8}px`;
  const left = box.left + box.width / 2 - element.offsetWidth / 2;
  element.style.left = `${Math.max(8, Math.min(left, innerWidth - element.offsetWidth - 8))}px`;
}
