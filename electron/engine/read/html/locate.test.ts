import { describe, expect, it } from 'vitest';
import { parseHtml, readHtml } from './index';

const SENTENCE =
  'The council of Port Elm voted on Tuesday to close the old harbour bridge for repairs, as it had said. ';
const text = (count: number) => `<p>${SENTENCE}</p>`.repeat(count);
const MENU = `<ul>${'<li><a href="/x">A story from the islands</a></li>'.repeat(20)}</ul>`;

function located(body: string): string[] {
  const blocks = readHtml(parseHtml(body), { locate: true, idPrefix: '', resolveImage: () => null });
  return blocks.filter(({ evidence }) => evidence.located).map(({ block }) => block.text.trim());
}

describe('locateArticle', () => {
  it('finds the element whose text outweighs its links, in any language', () => {
    const page = `<div>${MENU}</div><div><h1>Bridge</h1><div>${text(8)}</div></div><div>${MENU}</div>`;
    expect(located(page)).toEqual(['Bridge', ...Array(8).fill(SENTENCE.trim())]);
    const arabic =
      'قال المجلس إن الجسر القديم سيغلق ابتداء من يوم الثلاثاء بسبب أعمال الإصلاح في الميناء هل هذا صحيح؟';
    const rightToLeft = `<div>${MENU}</div><div>${`<p>${arabic}</p>`.repeat(8)}</div>`;
    expect(located(rightToLeft)).toEqual(Array(8).fill(arabic));
  });

  it('finds an article that stands in several parts of the page', () => {
    const page = `<div><section>${text(6)}</section></div><nav>${MENU}${MENU}${MENU}</nav><div><section>${text(5)}</section></div>`;
    expect(located(page)).toHaveLength(11);
  });

  it('keeps all of a page too short to tell its parts apart', () => {
    expect(located('<ul><li><a href="/">Home</a></li></ul><p>The ferry stays in port.</p>')).toHaveLength(2);
  });

  it('shows what the page hides until its script has run', () => {
    const blocks = readHtml(
      parseHtml(`<p>Loading the page.</p><div style="display:none">${text(12)}</div>`),
      {
        locate: true,
        idPrefix: '',
        resolveImage: () => null,
      },
    );
    expect(blocks.every(({ evidence }) => !evidence.hidden)).toBe(true);
    const usual = readHtml(parseHtml(`${text(12)}<div hidden>${text(4)}</div>`), {
      locate: true,
      idPrefix: '',
      resolveImage: () => null,
    });
    expect(usual.filter(({ evidence }) => evidence.hidden)).toHaveLength(4);
  });
});
