import { describe, expect, it } from 'vitest';
import { DependencyTree } from './dependency-tree';

/** Arcs as "child<head label"; tokens without one are roots. */
function treeOf(length: number, arcs: string[], spaces: number[] = []): DependencyTree {
  const parsed = arcs.map((arc) => /^(\d+)<(\d+) (.+)$/.exec(arc)!);
  return new DependencyTree(
    Array.from({ length }, (_, i) => spaces.includes(i)),
    parsed.map(([, child, head], label) => ({ child: Number(child), head: Number(head), label })),
    parsed.map(([, , , label]) => label!),
  );
}

describe('the dependency tree', () => {
  it('makes tokens without an arc roots, and starts a sentence at the left edge of each', () => {
    // "Ana slept . Bo left"
    const tree = treeOf(5, ['0<1 nsubj', '2<1 punct', '3<4 nsubj']);
    expect([...tree.heads]).toEqual([1, 1, 1, 4, 4]);
    expect(tree.labels).toEqual(['nsubj', 'ROOT', 'punct', 'nsubj', 'ROOT']);
    expect([...tree.sentenceStarts]).toEqual([1, 0, 0, 1, 0]);
  });

  it('gives a moved arc back to the head its label names', () => {
    // "A hearing is scheduled on the issue today": "on" belongs to "hearing", the subject.
    const arcs = [
      '0<1 det',
      '1<3 nsubjpass',
      '2<3 auxpass',
      '4<3 prep||nsubjpass',
      '5<6 det',
      '6<4 pobj',
      '7<3 npadvmod',
    ];
    const tree = treeOf(8, arcs);
    expect(tree.heads[4]).toBe(1);
    expect(tree.labels[4]).toBe('prep');
    expect([...tree.sentenceStarts]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('finds the nearest such head, level by level, and follows arcs moved before', () => {
    // 1 and 2 are children of 0; 3 hangs on 1. Token 4 wants a "b": 2 is nearer to the root than 3.
    const near = treeOf(5, ['1<0 a', '2<0 b', '3<1 b', '4<0 x||b']);
    expect(near.heads[4]).toBe(2);
    // Token 2 is moved to 1 first; token 4 then finds it there.
    const chained = treeOf(5, ['1<0 a', '2<0 b||a', '3<1 c', '4<0 x||b']);
    expect([chained.heads[2], chained.heads[4]]).toEqual([1, 2]);
    // As in spaCy, it does not where 2 lies outside of what 1 covered before.
    const outside = treeOf(5, ['1<0 a', '2<0 b||a', '3<0 c', '4<0 x||b']);
    expect([outside.heads[2], outside.heads[4]]).toEqual([1, 0]);
  });

  it('keeps the head when no such label is there, and passes over white space', () => {
    expect(treeOf(3, ['1<0 a', '2<0 x||b']).heads[2]).toBe(0);
    expect(treeOf(3, ['1<0 b', '2<0 x||b'], [1]).heads[2]).toBe(0);
    expect(treeOf(3, ['1<0 a', '2<0 x||b']).labels[2]).toBe('x');
  });

  it('lets the later of two arcs count', () => {
    expect(treeOf(3, ['1<0 a', '1<2 b']).heads[1]).toBe(2);
  });
});
