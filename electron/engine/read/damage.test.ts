import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../contract';
import { EngineError } from '../errors';
import { readSource } from './read';

const folder = fileURLToPath(new URL('./fixtures', import.meta.url));

/** What comes of a file: "read", the code of a refusal, or the fault. */
async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  const info = { name, size: bytes.length, modified: 0, hash: 'h' };
  try {
    await readSource({ info, bytes }, NO_DECISIONS);
    return 'read';
  } catch (error) {
    return error instanceof EngineError ? error.code : `fault: ${String(error)}`;
  }
}

/** The file cut off, and with a few bytes written over, the same each time. */
function damaged(bytes: Uint8Array): Uint8Array[] {
  const cuts = [0.2, 0.5, 0.9, 0.99].map((share) => bytes.slice(0, Math.ceil(bytes.length * share)));
  const overwritten = [3, 7, 13].map((step) => {
    const copy = bytes.slice();
    for (let at = 40; at < copy.length; at += Math.ceil(copy.length / step)) copy[at] = (at * 31) % 256;
    return copy;
  });
  return [...cuts, ...overwritten];
}

describe('a damaged file', () => {
  it.each(readdirSync(folder))('like %s is read as far as it goes, or refused in words', async (name) => {
    const source = readdirSync(join(folder, name)).find((file) => file.startsWith('source.')) ?? 'source';
    const bytes = new Uint8Array(readFileSync(join(folder, name, source)));
    for (const copy of damaged(bytes)) expect(await outcome(source, copy)).not.toMatch(/^fault/);
  });
});

describe('a file that is no article', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['paper.tex', '\\documentclass{article}\n\\begin{document}Words.\\end{document}', 'LaTeX'],
    ['noname', '% a comment\n\\documentclass{article}', 'LaTeX'],
    ['tool.py', 'print("words")', 'Python'],
    ['export.json', '{"items": [1, 2]}', 'JSON'],
    ['noname', '[{"a": "b"}, {"a": "c"}]', 'JSON'],
    ['map.xml', '<?xml version="1.0"?><inventory><item>3</item></inventory>', 'XML form (“inventory”)'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>Words</text></svg>', 'drawing (SVG)'],
    ['feeds.opml', '<?xml version="1.0"?><opml version="2.0"><body/></opml>', 'feeds'],
  ])('%s is refused by what it is: %#', async (name, text, what) => {
    const info = { name, size: text.length, modified: 0, hash: 'h' };
    const reading = readSource({ info, bytes: bytes(text) }, NO_DECISIONS);
    await expect(reading).rejects.toMatchObject({
      code: 'file-binary',
      causeText: expect.stringContaining(what),
    });
  });

  it('is shown as text when the reader asks for that', async () => {
    const text = bytes('\\documentclass{article}');
    const info = { name: 'paper.tex', size: text.length, modified: 0, hash: 'h' };
    const { blocks } = await readSource({ info, bytes: text }, { ...NO_DECISIONS, format: 'text' });
    expect(blocks[0]?.block.text).toBe('\\documentclass{article}');
  });
});
