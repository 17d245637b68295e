import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doublingFactor, LINEAR } from '../../build/growth';
import type { Anchor, TextSpan } from '../../contract';
import { type AnchoredText, FLOOR, locateAnchor } from './locate-anchor';

const AROUND = 32;

function anchorAt({ block, start, end }: TextSpan, texts: readonly AnchoredText[]): Anchor {
  const text = texts.find(({ id }) => id === block)?.text ?? '';
  const before = text.slice(Math.max(0, start - AROUND), start);
  return {
    span: { block, start, end },
    quote: { exact: text.slice(start, end), before, after: text.slice(end, end + AROUND) },
  };
}

const texts: AnchoredText[] = [
  { id: 'a', text: 'The ferry left on Monday. Nobody had expected it to come back on Monday of all days.' },
  { id: 'b', text: 'The council met in the old harbour office and voted for the new timetable.' },
];
const words = (wanted: string, from = 0, among = texts): Anchor => {
  const block = among.find(({ text }) => text.includes(wanted));
  const start = block?.text.indexOf(wanted, from) ?? -1;
  return anchorAt({ block: block?.id ?? '', start, end: start + wanted.length }, among);
};
const found = (anchor: Anchor, among: readonly AnchoredText[]) => {
  const located = locateAnchor(anchor, among);
  const text = among.find(({ id }) => id === located?.span.block)?.text;
  return located && { how: located.how, words: text?.slice(located.span.start, located.span.end) };
};

describe('an anchor', () => {
  it('stays where nothing changed', () => {
    expect(locateAnchor(words('Monday', 30), texts)).toEqual({
      span: { block: 'a', start: 65, end: 71 },
      how: 'position',
      score: 1,
    });
  });

  it('tells like words apart by what stands around them, even where others took the place', () => {
    const shifted = [{ id: 'a', text: `On Monday, so they say, the sea was calm.. . ${texts[0]?.text}` }];
    const second = words('Monday', 30);
    expect(locateAnchor(second, shifted)?.span.start).toBe(65 + 45);
  });

  it('is found in a block of another id, and by nearly the same words', () => {
    const moved = [{ id: 'x', text: `Later: ${texts[1]?.text}` }];
    expect(found(words('voted for the new timetable'), moved)).toEqual({
      how: 'quote',
      words: 'voted for the new timetable',
    });
    const mended = [{ id: 'b', text: texts[1]?.text.replace('voted for', 'voted, for') ?? '' }];
    expect(found(words('office and voted for the new timetable'), mended)).toEqual({
      how: 'near',
      words: 'office and voted, for the new timetable',
    });
  });

  it('is an orphan where its words are gone, or a short word stands among others', () => {
    expect(locateAnchor(words('voted for the new timetable'), [texts[0] as AnchoredText])).toBeNull();
    const other = [
      { id: 'z', text: 'All shops stay shut next Monday because of the fair in the upper town.' },
    ];
    expect(locateAnchor(words('Monday'), other)).toBeNull();
  });

  it('without words is its position, as earlier versions kept reading places', () => {
    const bare = { span: { block: 'b', start: 400, end: 400 }, quote: { exact: '', before: '', after: '' } };
    expect(locateAnchor(bare, texts)?.span).toEqual({ block: 'b', start: 74, end: 74 });
    expect(locateAnchor({ ...bare, span: { ...bare.span, block: 'q' } }, texts)).toBeNull();
  });

  it('is looked for in time that grows with the text', () => {
    const long = (count: number) => [
      { id: 'l', text: 'the harbour master wrote it down again '.repeat(count) },
    ];
    const anchor = words('office and voted for the new timetable');
    const work = (count: number) => {
      const among = long(count);
      return () => void locateAnchor(anchor, among);
    };
    expect(doublingFactor(work(4_000), work(8_000))).toBeLessThanOrEqual(LINEAR);
  });
});

/** Characters that remember where they came from, so that a test knows where words went whatever happens to a text. */
interface Letter {
  letter: string;
  from: number;
}
type Page = { id: string; letters: Letter[] }[];

const vocabulary = fc.constantFrom(
  ...'ferry harbour Monday council voted winter bridge lantern office master crates quiet morning pilot'.split(
    ' ',
  ),
  ...'Ellery mayor quay timetable storm engine night the and of in with after before their report'.split(' '),
);
const sentence = fc
  .uniqueArray(vocabulary, { minLength: 8, maxLength: 26 })
  .map((list) => `${list.join(' ')}.`);
const page = fc.uniqueArray(sentence, { minLength: 2, maxLength: 6 });

type Edit = { kind: 'insert' | 'delete' | 'move' | 'rename'; block: number; at: number; text: string };
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move', 'rename'),
  block: fc.nat(5),
  at: fc.nat(400),
  text: sentence,
});

function applyEdit(before: Page, { kind, block, at, text }: Edit): Page {
  const index = block % before.length;
  const target = before[index];
  if (!target) return before;
  const place = at % (target.letters.length + 1);
  const withLetters = (letters: Letter[]) =>
    before.map((other, i) => (i === index ? { ...other, letters } : other));
  if (kind === 'insert') {
    const fresh = [...`${text} `].map((letter) => ({ letter, from: -1 }));
    return withLetters([...target.letters.slice(0, place), ...fresh, ...target.letters.slice(place)]);
  }
  if (kind === 'delete') {
    return withLetters([...target.letters.slice(0, place), ...target.letters.slice(place + text.length)]);
  }
  if (kind === 'rename') {
    return before.map((other, i) => (i === index ? { ...other, id: `renamed-${at}-${other.id}` } : other));
  }
  const rest = before.filter((_, i) => i !== index);
  return [...rest.slice(0, at % before.length), target, ...rest.slice(at % before.length)];
}

describe('whatever is moved, inserted or deleted around it, an anchor', () => {
  const textsOf = (pages: Page): AnchoredText[] =>
    pages.map(({ id, letters }) => ({ id, text: letters.map(({ letter }) => letter).join('') }));

  const cases = fc.record({
    sentences: page,
    block: fc.nat(5),
    first: fc.nat(20),
    count: fc.integer({ min: 1, max: 8 }),
    edits: fc.array(edit, { minLength: 0, maxLength: 4 }),
  });

  function play({
    sentences,
    block,
    first,
    count,
    edits,
  }: typeof cases extends fc.Arbitrary<infer T> ? T : never) {
    let from = 0;
    const before: Page = sentences.map((text, i) => ({
      id: `b${i}`,
      letters: [...text].map((letter) => ({ letter, from: from++ })),
    }));
    const target = before[block % before.length] as Page[number];
    const text = target.letters.map(({ letter }) => letter).join('');
    const all = [...text.matchAll(/\S+/g)];
    const opening = all[first % all.length] as RegExpExecArray;
    const closing = all[Math.min(all.length - 1, (first % all.length) + count - 1)] as RegExpExecArray;
    const span = { block: target.id, start: opening.index, end: closing.index + closing[0].length };
    const anchor = anchorAt(span, textsOf(before));
    const own = new Set(target.letters.slice(span.start, span.end).map((letter) => letter.from));
    const around = target.letters.slice(Math.max(0, span.start - AROUND), span.end + AROUND);
    const after = edits.reduce(applyEdit, before);
    return { anchor, own, around, after, located: locateAnchor(anchor, textsOf(after)) };
  }

  it('never lands on other words', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { own, after, located } = play(given);
        if (!located) return;
        const letters = after.find(({ id }) => id === located.span.block)?.letters ?? [];
        const landed = letters.slice(located.span.start, located.span.end);
        expect(located.score).toBeGreaterThanOrEqual(FLOOR.share);
        // Where the same words stand among the same words, nobody could tell them apart.
        if (located.score === 1) return;
        expect(landed.filter((letter) => own.has(letter.from)).length).toBeGreaterThan(landed.length / 3);
      }),
      { numRuns: 1_500 },
    );
  });

  it('is found where it and what stands around it were left alone', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { own, around, after, located } = play(given);
        const row = after.flatMap(({ letters }) => letters.map(({ from }) => from)).join(',');
        if (!row.includes(around.map(({ from }) => from).join(','))) return;
        const letters = after.find(({ id }) => id === located?.span.block)?.letters ?? [];
        const landed = letters.slice(located?.span.start, located?.span.end);
        expect(landed.map((letter) => letter.from)).toEqual([...own]);
      }),
      { numRuns: 500 },
    );
  });
});
