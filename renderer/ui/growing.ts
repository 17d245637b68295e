import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';

/** Rows built at once; more follow as the end comes near. */
const STEP = 120;

/**
 * Builds a long list in pieces as it is scrolled, so that thousands of rows cost nothing until somebody looks.
 * @param key the list starts anew when it changes
 * @param least index of a row that must be there
 * @returns how many rows to build, and where to put the element that stands behind the last of them
 */
export function useGrowing(
  key: unknown,
  least: number,
): { limit: number; end(element: Element | null): void } {
  const limit = useSignal(STEP);
  useEffect(() => {
    limit.value = STEP;
  }, [key]);
  const end = useCallback((element: Element | null) => {
    if (!element) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!element.isConnected) watch.disconnect();
        else if (entry?.isIntersecting) limit.value += STEP;
      },
      { rootMargin: '600px' },
    );
    watch.observe(element);
  }, []);
  return { limit: Math.max(limit.value, least + 1), end };
}
