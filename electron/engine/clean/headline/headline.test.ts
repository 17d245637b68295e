import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../contract';
import { readSource } from '../../read/read';
import { cleanDraft } from '../clean';

const BODY = [
  'The council of Port Elm voted on Tuesday to close the old harbour bridge for repairs, a decision that shop owners on both sides had opposed for years.',
  'The bridge will be closed from 4 March, Mayor Anna Sund said, because two of its cables are so worn that lorries can no longer be let across it.',
  '“We have waited as long as we could”, Sund told reporters after the meeting, in which the repairs were approved by nine votes to four.',
  'Shop owners fear that nobody will cross the harbour by the ferry, which sails once an hour and not at all in a storm. The repairs are to take eleven weeks.',
];

async function article(lines: readonly string[], name = 'saved-17.txt') {
  const bytes = new TextEncoder().encode([...lines, ...BODY].join('\n\n'));
  const info = { name, size: bytes.length, modified: 0, hash: 'h' };
  return cleanDraft(await readSource({ info, bytes }, NO_DECISIONS), info, NO_DECISIONS).article;
}

describe('the headline of a plain text', () => {
  it.each([
    ['counters and text sizes', ['Recommend (41) Comment (87) Print Text size: S M L XL']],
    ['a menu in one line', ['World | Africa | Asia | Europe', 'Home Page > News > World']],
    ['a stock ticker', ['DJIA 13,239.54 -31.14', 'NASDAQ 2,866.19 +5.02']],
    ['a row of dates', ['Last modified on 3 March 2018 at 10:12 GMT', '3 comments']],
    ['weather and the paper’s name', ['The Port Elm Gazette', 'Today 12° / 7° Light rain']],
  ])('is not %s', async (_, lines) => {
    const found = await article([
      ...lines,
      'Council closes harbour bridge for repairs',
      'By Jon Bee, Staff Writer',
    ]);
    expect(found.title).toMatchObject({ value: 'Council closes harbour bridge for repairs', source: 'text' });
    expect(found.blocks[0]).toMatchObject({ id: found.titleBlock, kind: 'heading', level: 1 });
  });

  it.each([
    ['A quiet morning', 'The pilot boat left Port Elm at dawn.'],
    ['Report 42', 'Mayor Ada Sund opened pier number 42 on 3 May 2012.'],
  ])('is what somebody wrote over a note of a few sentences: %s', async (heading, sentence) => {
    const bytes = new TextEncoder().encode(`${heading}\n\n${sentence}`);
    const info = { name: 'note.txt', size: bytes.length, modified: 0, hash: 'h' };
    const note = cleanDraft(await readSource({ info, bytes }, NO_DECISIONS), info, NO_DECISIONS).article;
    expect(note.title).toMatchObject({ value: heading, source: 'text' });
    expect(note.blocks.map(({ text }) => text)).toEqual([heading, sentence]);
  });

  it('is the name of the file, said to be so, when no line will do', async () => {
    const found = await article(['Share', 'Print', '12:45']);
    expect(found.title).toEqual({ value: 'saved-17', source: 'file-name', words: 'saved-17.txt' });
    expect(found.titleBlock).toBeNull();
  });
});
