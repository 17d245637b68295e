import { describe, expect, it } from 'vitest';
import { type Decisions, NO_DECISIONS } from '../../contract';
import { EngineError } from '../errors';
import { readSource } from './read';

async function read(name: string, content: string | Uint8Array, decisions: Partial<Decisions> = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const info = { name, size: bytes.length, modified: 0, hash: 'h' };
  return readSource({ info, bytes }, { ...NO_DECISIONS, ...decisions });
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error) => (error instanceof EngineError ? error.code : String(error)),
  );

describe('readSource', () => {
  it('tells formats by content, not by name', async () => {
    const page = '<!-- saved --><!doctype html><html><body><p>Text of the page.</p></body></html>';
    expect((await read('page.txt', page)).detected.format).toBe('html');
    expect(
      (await read('notes.txt', '# Title\n\n[link](https://a.example) and **bold**')).detected.format,
    ).toBe('markdown');
    expect((await read('plain.md', 'Only words here.')).detected.format).toBe('markdown');
    expect((await read('noname', 'Only words here.')).detected.format).toBe('text');
  });

  it('opens a page as plain text when the reader asks for it', async () => {
    const draft = await read('page.html', '<p>Words</p>', { format: 'text' });
    expect(draft.blocks.map(({ block }) => block.text)).toEqual(['<p>Words</p>']);
  });

  it('refuses what holds no text, and says so', async () => {
    expect(await codeOf(read('a.html', ''))).toBe('file-empty');
    expect(await codeOf(read('a.txt', '\ufeff'))).toBe('no-text');
    expect(await codeOf(read('a.html', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)))).toBe(
      'file-binary',
    );
    expect(await codeOf(read('a.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)))).toBe('file-damaged');
  });

  it('keeps web and mail links as full addresses and drops every other', async () => {
    const source = [
      '---',
      'url: https://news.example/2020/story',
      '---',
      '[a](https://a.example) [b](javascript:alert(1)) [c](file:///etc/passwd) [d](mailto:x@y.example) [e](other)',
    ].join('\n');
    const { blocks } = await read('a.md', source);
    const hrefs = blocks[0]?.block.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : []));
    expect(hrefs).toEqual(['https://a.example/', 'mailto:x@y.example', 'https://news.example/2020/other']);
    expect(blocks[0]?.block.text).toBe('a b c d e');
  });

  it('finds pictures beside the page and in it, and nowhere else', async () => {
    const sources = [
      'story_files/a%20b.png',
      '../secret.png',
      '/etc/c.png',
      'https://x.example/d.png',
      'file:///e.png',
    ];
    const page = `<html><body><article>${sources.map((src) => `<p>Some words.</p><img src="${src}" alt="x">`).join('')}</article></body></html>`;
    const { images } = await read('a.html', page);
    expect(images).toEqual([
      { id: 'i1', kind: 'beside', mediaType: 'image/png', relativePath: 'story_files/a b.png' },
    ]);
  });
});
