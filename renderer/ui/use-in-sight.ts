import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Keeps an element in sight of its list while `chosen`; moves no focus. */
export function useInSight<T extends HTMLElement>(chosen: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return element;
}
