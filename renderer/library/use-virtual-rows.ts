import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useEffect, useReducer, useRef } from 'preact/hooks';

/** Rows built above and below those in sight. */
const OVERSCAN = 8;

/**
 * Builds only the rows in sight, so that fifty thousand cost no more than fifty.
 * @param height of a row before it was measured, CSS px
 * @returns the rows to build with where they begin, the height of all, a way to bring one into sight, and the measure
 * that each row is given as its `ref`, with its index as `data-index`
 */
export function useVirtualRows(
  count: number,
  height: number,
  scroller: { current: HTMLElement | null },
): {
  items: VirtualItem[];
  size: number;
  show(index: number): void;
  measure(row: HTMLElement | null): void;
} {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const made = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count,
    estimateSize: () => height,
    getScrollElement: () => scroller.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: OVERSCAN,
    onChange: () => redraw(0),
  };
  made.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const rows = made.current;
  rows.setOptions({ ...rows.options, ...options });
  useEffect(() => rows._didMount(), []);
  useEffect(() => rows._willUpdate());
  useEffect(() => rows.measure(), [height]);
  return {
    items: rows.getVirtualItems(),
    size: rows.getTotalSize(),
    measure: (row) => rows.measureElement(row),
    show: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  };
}
