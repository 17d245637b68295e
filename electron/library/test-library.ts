import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type Block,
  type LibrarySearch,
  NO_DECISIONS,
  NO_FILTER,
  type SourceInfo,
  type TimelineEvent,
} from '../contract';
import { fail } from '../files/failure';
import { findArticles } from '../files/folders';
import { readSourceFile } from '../files/source-file';
import { packAnalysis } from '../packing/pack';
import type { Findings } from './entries/findings';
import type { ImportHost } from './import/importer';
import { Library } from './library';

/** Two articles and what the stand-in engine finds in them; `both` by file name. */
export const kerry =
  'Kerry in Geneva\nThe Secretary of State met his colleague.\nEntity: John Kerry = Kerry\nDay: 2015-09-16';
export const ferry =
  'The night ferry\nIt sailed again.\nPublished: 2026-04-17\nSite: Ellery Post\nDay: 2026-04-16';
export const both = { 'kerry.txt': kerry, 'ferry.txt': ferry };

/** A library in a folder of its own, with an engine that reads plain text: for tests only. */
export class TestLibrary {
  readonly root = mkdtempSync(join(tmpdir(), 'dateline-library-'));
  readonly folder = join(this.root, 'library');
  /** Milliseconds; tests set it. */
  clock = Date.UTC(2026, 0, 2);
  engineVersion = '1';
  /** Hashes of the articles that the engine was asked to read. */
  readonly analysed: string[] = [];
  open: Library | null = null;

  get library(): Library {
    this.open ??= Library.open({ folder: this.folder, program: 'a test', now: () => this.clock }, this.host);
    return this.open;
  }

  get host(): ImportHost {
    return {
      readFile: readSourceFile,
      findFiles: async (paths) => (await findArticles(paths)).paths,
      analyse: async (source, bytes, decisions) => {
        this.analysed.push(source.hash);
        const text = new TextDecoder().decode(bytes);
        if (text.includes('UNREADABLE')) throw fail('no-text', null, 'There is no text.', 'Choose another.');
        return { ...findingsOfText(source, text, this.engineVersion), decisions };
      },
      lanes: 2,
      progress: () => {},
      changed: () => {},
    };
  }

  write(name: string, text: string): string {
    const path = join(this.root, 'files', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Files by their names, taken in; settles when all are. */
  async import(files: Record<string, string>): Promise<void> {
    const paths = Object.entries(files).map(([name, text]) => this.write(name, text));
    await this.library.importer.add(paths);
    await this.library.importer.settled();
  }

  titles(text = '', more: Partial<LibrarySearch> = {}): string[] {
    return this.library.search(asked(text, more), 0, 100).items.map(({ entry }) => entry.title);
  }

  async close(): Promise<void> {
    await this.open?.close();
    this.open = null;
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function asked(text: string, more: Partial<LibrarySearch> = {}): LibrarySearch {
  return { text, typing: false, filter: NO_FILTER, order: 'title', descending: false, ...more };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * What an engine might find: the first line is the title; lines "Entity: name = other name" and "Day: YYYY-MM-DD" name
 * an entity and an event, "Published: YYYY-MM-DD" the day of publication, "Site: name" the site.
 */
export function findingsOfText(source: SourceInfo, text: string, engineVersion: string): Findings {
  const [title = '', ...lines] = text.split('\n');
  const said = (word: string) =>
    lines.flatMap((line) => line.match(new RegExp(`^${word}: (.+)$`))?.[1] ?? []);
  const blocks = [title, ...lines.filter((line) => line !== '')].map(
    (line, index): Block => ({ id: `b${index}`, kind: 'paragraph', text: line, marks: [] }),
  );
  const [published] = said('Published');
  const [site] = said('Site');
  const publicationDate = published ? { value: published, source: 'text' as const } : null;
  return {
    article: {
      source,
      detected: { format: 'text', encoding: 'utf-8', encodingSource: 'utf-8' },
      title: { value: title, source: 'heading' },
      byline: null,
      site: site ? { value: site, source: 'text' } : null,
      language: { value: 'en', source: 'detected' },
      publicationDate,
      kind: null,
      titleBlock: null,
      blocks,
      removals: [],
      removedShare: 0,
    },
    analysis: packAnalysis({
      engineVersion,
      article: source.hash,
      publicationDate,
      support: { state: 'supported' },
      sentences: [],
      ...entitiesSaid(said('Entity')),
      suggestedMerges: [],
      references: [],
      statements: [],
      unapplied: [],
      expressions: [],
      events: said('Day').map((day, index) => eventOn(`e${index}`, day)),
    }),
    decisions: NO_DECISIONS,
  };
}

function entitiesSaid(names: readonly string[]) {
  return {
    mentions: [],
    entities: names.map((line, index) => {
      const [name = '', ...others] = line.split(' = ');
      const aliases = others.map((other) => ({ name: other, reason: 'said so', count: 1 }));
      return {
        id: `n${index}`,
        type: 'person' as const,
        name,
        aliases,
        mentions: [],
        roles: [],
        together: [],
        corrected: false,
      };
    }),
  };
}

function eventOn(id: string, day: string): TimelineEvent {
  const span = { block: 'b0', start: 0, end: 1 };
  return {
    id,
    time: {
      timex: day,
      first: day,
      last: day,
      precision: 'day',
      modifier: null,
      open: null,
      edtf: day,
      inferred: false,
      origin: { kind: 'stated', explanation: 'as written' },
      relative: null,
    },
    expression: null,
    clause: span,
    sentence: span,
    headline: day,
    status: 'happened',
    source: null,
    entities: [],
    corrected: false,
  };
}
