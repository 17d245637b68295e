import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../contract';
import { cleanDraft } from '../../clean/clean';
import { readSource } from '../read';

const TEXT =
  'The program counts the boats that lie at the quay, and writes their number into the log every evening, as the harbour master asked in the spring.';
const LINES = ['from log import write', 'boats = 0', 'for boat in quay:', 'boats += 1', 'write(boats)'];

async function article(listing: string) {
  const page = `<html><body><article><h1>A program</h1>${`<p>${TEXT}</p>`.repeat(3)}${listing}${`<p>${TEXT}</p>`.repeat(3)}</article></body></html>`;
  const bytes = new TextEncoder().encode(page);
  const info = { name: 'a.html', size: bytes.length, modified: 0, hash: 'h' };
  return cleanDraft(await readSource({ info, bytes }, NO_DECISIONS), info, NO_DECISIONS).article;
}

const spaced = (line: string) => line.replaceAll(' ', '&nbsp;');

describe('numbered lines of a program', () => {
  it('set in two cells, numbers and lines, are one block of code', async () => {
    const numbers = LINES.map((_, i) => `<div class="line number${i + 1}">${i + 1}</div>`).join('');
    const lines = LINES.map(
      (line, i) => `<div class="line number${i + 1}"><code class="plain">${spaced(line)}</code></div>`,
    );
    const { blocks } = await article(
      `<div class="syntaxhighlighter"><table><tbody><tr><td class="gutter">${numbers}</td><td class="code"><div class="container">${lines.join('')}</div></td></tr></tbody></table></div>`,
    );
    expect(blocks.filter(({ kind }) => kind === 'code').map(({ text }) => text)).toEqual([LINES.join('\n')]);
    expect(blocks.map(({ text }) => text)).not.toContain('1');
  });

  it('set in the rows of a table are one block of code', async () => {
    const rows = LINES.map(
      (line, i) => `<tr><td class="blob-num">${i + 1}</td><td class="blob-code">${spaced(line)}</td></tr>`,
    );
    const { blocks } = await article(`<table class="highlight">${rows.join('')}</table>`);
    expect(blocks.filter(({ kind }) => kind === 'code').map(({ text }) => text)).toEqual([LINES.join('\n')]);
  });

  it('are told from a table of places and from a list of numbers', async () => {
    const rows = ['Sigrid', 'Astrid', 'Ingrid'].map(
      (boat, i) => `<tr><td>${i + 1}</td><td>${boat}</td></tr>`,
    );
    const { blocks, removals } = await article(
      `<table>${rows.join('')}</table><div>1</div><div>2</div><div>3</div>`,
    );
    const all = [...blocks, ...removals.flatMap((removal) => removal.blocks)];
    expect(all.map(({ kind }) => kind)).not.toContain('code');
  });
});
