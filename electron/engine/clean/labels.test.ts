import { describe, expect, it } from 'vitest';
import { parseHtml, readHtml } from '../read/html';
import { describeLooks } from './features';
import { dropLabels, dropRepeated } from './labels';

const SENTENCE = '<p>The council voted on Tuesday to close the harbour bridge.</p>';

function read(page: string) {
  const blocks = readHtml(parseHtml(page), { locate: false, idPrefix: '', resolveImage: () => null });
  return { blocks, looks: describeLooks(blocks), keep: blocks.map(() => true) };
}

describe('labels', () => {
  it.each(['Advertisement', 'Anzeige', 'Publicité', 'Реклама', '広告'])(
    'of advertisements go: %s',
    (label) => {
      const { blocks, keep } = read(`${SENTENCE}<p>${label}</p>${SENTENCE}`);
      dropLabels(blocks, keep);
      expect(keep).toEqual([true, false, true]);
    },
  );

  it.each([
    ['go when a page sets them again and again', 'Article content', 5, 5],
    ['stay when it does so a few times', 'Article content', 3, 6],
    ['stay when they are one word, which may be the writer’s own', 'Pros', 5, 10],
    ['stay when they are sentences', 'They said no.', 5, 10],
  ])('%s', (_, label, times, stays) => {
    const { blocks, looks, keep } = read(`<p>${label}</p>${SENTENCE}`.repeat(times));
    dropRepeated(blocks, looks, keep);
    expect(keep.filter(Boolean)).toHaveLength(stays);
  });
});
