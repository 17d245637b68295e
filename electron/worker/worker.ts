import type {
  Article,
  ArticleDescription,
  ArticleId,
  Decisions,
  PackedAnalysis,
  WorkerReply,
  WorkerRequest,
} from '../contract';
import { locateAnchor } from '../engine/anchors/locate-anchor';
import { withPublicationDate } from '../engine/engine';
import { EngineError } from '../engine/errors';
import type { Engine, ParsedArticle, Progress, ReadResult } from '../engine/stages';
import { pack, packAnalysis } from '../packing/pack';

/** Parsed articles at hand, so that a correction or a new date costs no second parse. */
const ARTICLES_AT_HAND = 4;
/** Milliseconds between two notes of progress; more would only load the window. */
const PROGRESS_INTERVAL = 50;

interface Held {
  /** The decisions that shape reading and cleaning. */
  readKey: string;
  read: ReadResult;
  parsed: ParsedArticle;
}

class Cancelled extends Error {}

/** Runs the engine for main: one job at a time, answers by `reply`. */
export class Worker {
  private readonly held = new Map<string, Held>();
  private readonly cancelledTickets = new Set<number>();
  private lastProgress = 0;

  constructor(
    private readonly engine: Engine,
    private readonly reply: (reply: WorkerReply) => void,
    /** Lets messages in, so that a cancel is heard between two stages. */
    private readonly giveWay: () => Promise<void>,
  ) {}

  async take(request: WorkerRequest): Promise<void> {
    const { ticket } = request;
    if (request.kind === 'cancel') {
      this.cancelledTickets.add(ticket);
      return;
    }
    try {
      if (request.kind === 'open') await this.open(request);
      else if (request.kind === 'describe') await this.describe(request);
      else if (request.kind === 'images') await this.images(request);
      else if (request.kind === 'original') this.original(request);
      else await this.revise(request);
    } catch (error) {
      this.reply({ kind: 'failure', ticket, failure: failureOf(error) });
    }
  }

  private async open(request: Extract<WorkerRequest, { kind: 'open' }>): Promise<void> {
    const { ticket, source, bytes, decisions } = request;
    const progress = this.progress(ticket);
    // The date is put in afterwards, so that the held article serves for every date.
    const read = await this.engine.read(
      { info: source, bytes },
      { ...decisions, publicationDate: null },
      progress,
    );
    const article = withPublicationDate(read.article, decisions);
    const place = request.place && (locateAnchor(request.place, article.blocks)?.span ?? null);
    this.reply({ kind: 'article', ticket, article, packed: pack(article), images: read.images, place });
    await this.giveWay();
    const parsed = await this.engine.parse(read.article, progress);
    // Main has the images by now.
    const held = { readKey: readKey(decisions), read: { ...read, images: [] }, parsed };
    this.hold(source.hash, held);
    this.reply({ kind: 'analysis', ticket, analysis: await this.analyse(held, decisions, progress) });
  }

  private async describe(request: Extract<WorkerRequest, { kind: 'describe' }>): Promise<void> {
    const { ticket, source, bytes, decisions } = request;
    const { article } = await this.engine.read({ info: source, bytes }, decisions, this.progress(ticket));
    this.reply({ kind: 'description', ticket, description: descriptionOf(article) });
  }

  private async images(request: Extract<WorkerRequest, { kind: 'images' }>): Promise<void> {
    const { ticket, source, bytes, decisions } = request;
    const { images } = await this.engine.read({ info: source, bytes }, decisions, this.progress(ticket));
    this.reply({ kind: 'images', ticket, images });
  }

  private async revise({
    ticket,
    article,
    decisions,
  }: Extract<WorkerRequest, { kind: 'revise' }>): Promise<void> {
    const held = this.recall(article, decisions);
    if (!held) {
      this.reply({ kind: 'unknown-article', ticket });
      return;
    }
    const analysis = await this.analyse(held, decisions, this.progress(ticket));
    this.reply({ kind: 'analysis', ticket, analysis });
  }

  private original({ ticket, article, decisions }: Extract<WorkerRequest, { kind: 'original' }>): void {
    const held = this.recall(article, decisions);
    if (!held) this.reply({ kind: 'unknown-article', ticket });
    else this.reply({ kind: 'original', ticket, text: held.read.original });
  }

  /** The held article, if it was read as these decisions ask. */
  private recall(article: ArticleId, decisions: Decisions): Held | null {
    const held = this.held.get(article);
    if (held?.readKey !== readKey(decisions)) return null;
    this.hold(article, held);
    return held;
  }

  /** Gives way between the steps, so that a cancel is heard in all but the longest articles before it is too late. */
  private async analyse(
    { read, parsed }: Held,
    decisions: Decisions,
    progress: Progress,
  ): Promise<PackedAnalysis> {
    const steps = this.engine.analysing(read.article, parsed, decisions, progress);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return packAnalysis(step.value);
      await this.giveWay();
    }
  }

  private hold(article: ArticleId, held: Held): void {
    this.held.delete(article);
    this.held.set(article, held);
    const [oldest] = this.held.keys();
    if (this.held.size > ARTICLES_AT_HAND && oldest !== undefined) this.held.delete(oldest);
  }

  private progress(ticket: number): Progress {
    return (stage, done, total) => {
      if (this.cancelledTickets.delete(ticket)) throw new Cancelled();
      const now = performance.now();
      if (done !== 0 && done !== total && now - this.lastProgress < PROGRESS_INTERVAL) return;
      this.lastProgress = now;
      this.reply({ kind: 'progress', ticket, stage, done, total });
    };
  }
}

function descriptionOf({ title, publicationDate, blocks }: Article): ArticleDescription {
  return {
    title: title?.value ?? null,
    publicationDate: publicationDate?.value ?? null,
    words: blocks.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0),
  };
}

function readKey({ encoding, format, kind, restored }: Decisions): string {
  return JSON.stringify([encoding, format, kind, restored]);
}

function failureOf(error: unknown): Extract<WorkerReply, { kind: 'failure' }>['failure'] {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof EngineError) {
    return { code: error.code, cause: error.causeText, advice: error.advice, details };
  }
  if (error instanceof Cancelled) {
    return {
      code: 'cancelled',
      cause: 'Opening was cancelled.',
      advice: 'Open the file again to read it.',
      details,
    };
  }
  if (error instanceof RangeError && /allocation|array length|string length/i.test(error.message)) {
    return {
      code: 'out-of-memory',
      cause: 'This file needs more memory than Dateline gives to one file.',
      advice: 'Open it as plain text, or open a shorter file.',
      details,
    };
  }
  return {
    code: 'internal',
    cause: 'Dateline made a mistake while it read this file.',
    advice: 'Try again, or open it as plain text; if it happens once more, copy the details and report them.',
    details,
  };
}
