import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnalysedArticle, type Decisions, NO_DECISIONS, type TextSpan } from '../contract';
import { createEngine, type WarmEngine } from './engine';
import type { Progress, SourceFile } from './stages';

const fileAt = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
const quietly: Progress = () => {};

function sourceOf(name: string, bytes: Uint8Array): SourceFile {
  return { info: { name, size: bytes.length, modified: 0, hash: 'f'.repeat(64) }, bytes };
}

const sample = sourceOf('harbour-ferry.html', fileAt('assets/samples/harbour-ferry.html'));

let engine: WarmEngine;
let loads = 0;
beforeAll(() => {
  engine = createEngine({
    async loadAssets() {
      loads += 1;
      return {
        languageModel: fileAt('assets/language/en-core-web-sm.model'),
        languageKernel: fileAt('assets/language/kernel.wasm'),
        nameEncoder: fileAt('assets/language/name-encoder.model'),
      };
    },
    async giveWay() {},
  });
});

async function analyse(source: SourceFile, decisions: Partial<Decisions> = {}): Promise<AnalysedArticle> {
  const all = { ...NO_DECISIONS, ...decisions };
  const { article } = await engine.read(source, all, quietly);
  const analysis = engine.analyse(article, await engine.parse(article, quietly), all, quietly);
  expect(analysis.article).toBe(article.source.hash);
  return { ...analysis, article };
}

describe('the engine, on the sample article', () => {
  it('reads the page cleaned, with what was taken out beside it', async () => {
    const { article } = await analyse(sample);
    expect(article.title?.value).toBe('Night ferry returns to Port Ellery after two years');
    expect(article.publicationDate?.value).toBe('2026-04-17');
    const kept = article.blocks.map(({ text }) => text).join('\n');
    const removed = article.removals
      .flatMap(({ blocks }) => blocks)
      .map(({ text }) => text)
      .join('\n');
    for (const words of [
      'Share this story',
      'ADVERTISEMENT',
      'newsletter',
      'Related stories',
      'All rights',
    ]) {
      expect(kept).not.toContain(words);
      expect(removed).toContain(words);
    }
    expect(kept).toContain('Beatrice Holm, 81');
  });

  it('finds who is named, under one name each', async () => {
    const { entities } = await analyse(sample);
    const lindqvist = entities.filter(({ name }) => name.includes('Lindqvist'));
    expect(lindqvist).toMatchObject([{ type: 'person', name: 'Margaret Lindqvist' }]);
    expect(lindqvist[0]?.aliases.map(({ name }) => name)).toContain('Ms Lindqvist');
  });

  it('dates what happened against the day of publication', async () => {
    const { events } = await analyse(sample);
    const days = events.map(({ time }) => time?.first);
    // Thursday, Wednesday, yesterday, and a day that is written out.
    expect(days).toEqual(expect.arrayContaining(['2026-04-16', '2026-04-15', '2024-03-09']));
  });

  it("counts relative dates from the reader's day instead, without parsing again", async () => {
    const { article } = await engine.read(sample, NO_DECISIONS, quietly);
    const parsed = await engine.parse(article, quietly);
    const days = (publicationDate: string | null) =>
      engine
        .analyse(article, parsed, { ...NO_DECISIONS, publicationDate }, quietly)
        .events.map(({ time }) => time?.first);
    expect(days('2025-05-02')).toContain('2025-05-01');
    expect(days(null)).toEqual((await analyse(sample)).events.map(({ time }) => time?.first));
  });

  it('gives the same analysis every time, which JSON keeps whole', async () => {
    const first = await analyse(sample);
    expect(await analyse(sample)).toEqual(first);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    expect(loads).toBe(1);
  });

  it('points only at words that are there', async () => {
    const { article, sentences, mentions, entities, expressions, events } = await analyse(sample);
    const texts = new Map(article.blocks.map(({ id, text }) => [id, text]));
    const words = ({ block, start, end }: TextSpan) => {
      const text = texts.get(block) ?? '';
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      return text.slice(start, end);
    };
    for (const sentence of sentences) words(sentence);
    for (const mention of mentions) expect(words(mention.span)).toBe(mention.text);
    for (const expression of expressions) expect(words(expression.span)).toBe(expression.text);
    for (const { clause, sentence } of events) expect(words(sentence)).toContain(words(clause));
    const known = new Set(entities.map(({ id }) => id));
    for (const { entity } of mentions) expect(known).toContain(entity);
    for (const event of events) for (const entity of event.entities) expect(known).toContain(entity);
  });
});

describe('the engine, on other files', () => {
  const textFile = (text: string) => sourceOf('note.txt', new TextEncoder().encode(text));

  it('shows an article in another language, and says that it finds no names in it', async () => {
    const sentence = 'Das Schiff verließ den Hafen am Montag, und der Bürgermeister winkte vom Kai herüber. ';
    const analysis = await analyse(textFile(`Ein stiller Morgen\n\n${sentence.repeat(6)}`));
    expect(analysis.support).toEqual({ state: 'unsupported', language: 'de' });
    expect(analysis.article.blocks.length).toBeGreaterThan(0);
    expect([analysis.entities, analysis.events]).toEqual([[], []]);
  });

  it('never takes out all of a text, be it as short as a note', async () => {
    const note = 'The old bridge in Ellery reopens on Monday. It closed on 3 March 2025.';
    const { article, events } = await analyse(textFile(`# Bridge to reopen\n\n${note}\n`));
    expect(article.blocks.map(({ text }) => text)).toContain(note);
    expect(events.map(({ time }) => time?.first)).toContain('2025-03-03');
  });

  it('refuses what holds no text, in words', async () => {
    await expect(analyse(textFile(' \n\n '))).rejects.toMatchObject({
      name: 'EngineError',
      code: 'no-text',
    });
  });
});

describe('a correction', () => {
  const anchorOf = (exact: string, block: string, start: number) => ({
    span: { block, start, end: start + exact.length },
    quote: { exact, before: '', after: '' },
  });

  it('makes anew only what it touches', async () => {
    const { article } = await engine.read(sample, NO_DECISIONS, quietly);
    const parsed = await engine.parse(article, quietly);
    const analyseWith = (corrections: Decisions['corrections']) =>
      engine.analyse(article, parsed, { ...NO_DECISIONS, corrections }, quietly);
    const before = analyseWith([]);
    const [event] = before.events;
    const block = article.blocks.find(({ id }) => id === event?.clause.block);
    const words = block?.text.slice(event?.clause.start, event?.clause.end) ?? '';
    const hide = {
      kind: 'hideEvent',
      event: anchorOf(words, block?.id ?? '', event?.clause.start ?? 0),
    } as const;
    const hidden = analyseWith([{ id: 'h', scope: 'article', change: hide }]);
    expect(hidden.events).toHaveLength(before.events.length - 1);
    expect([hidden.entities === before.entities, hidden.expressions === before.expressions]).toEqual([
      ...[true, true],
    ]);
    expect(hidden.unapplied).toEqual([]);
  });

  it('that finds nothing to change says so', async () => {
    const gone = anchorOf('Nobody ever wrote these words here', 'b0', 0);
    const { unapplied, ...rest } = await analyse(sample, {
      corrections: [
        { id: 'a', scope: 'article', change: { kind: 'hideEvent', event: gone } },
        { id: 'b', scope: 'article', change: { kind: 'addEntity', anchor: gone, type: 'law' } },
        {
          id: 'c',
          scope: 'library',
          change: { kind: 'notAnEntity', entity: { name: 'Zog', type: 'person' } },
        },
      ],
    });
    expect([...unapplied].sort()).toEqual(['a', 'b', 'c']);
    expect({ ...rest, unapplied: [] }).toEqual(await analyse(sample));
  });
});
