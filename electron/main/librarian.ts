import type {
  LibrarianCallName,
  LibrarianCalls,
  LibrarianReply,
  LibrarianRequest,
  LibraryNotices,
  Result,
  StoredFindings,
} from '../contract';
import { Failure, fail, internalError } from '../files/failure';

/** The utility process that owns the library, as main sees it. */
export interface LibrarianProcess {
  post(request: LibrarianRequest): void;
  kill(): void;
}

export type StartLibrarian = (
  onReply: (reply: LibrarianReply) => void,
  onExit: (details: string) => void,
) => LibrarianProcess;

export type AnalyseRequest = Extract<LibrarianReply, { kind: 'analyse' }>;

export interface LibrarianHost {
  start: StartLibrarian;
  /** Runs the engine in the import lane. */
  analyse(request: AnalyseRequest, signal: AbortSignal): Promise<StoredFindings>;
  notice<N extends keyof LibraryNotices>(name: N, value: LibraryNotices[N]): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Starts again after an unexpected end, but not more often than this within a minute. */
const MOST_STARTS = 3;
const A_MINUTE = 60_000;

/** Asks the librarian, and starts it again with the same library when it ended unexpectedly. */
export class Librarian {
  private process: LibrarianProcess | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private readonly analyses = new Map<number, AbortController>();
  private readonly starts: number[] = [];
  private lastTicket = 0;
  private folder: string | null = null;
  private ended = false;

  constructor(
    private readonly host: LibrarianHost,
    private readonly now: () => number = Date.now,
  ) {}

  /** Rejects with `Failure`. */
  async ask<N extends LibrarianCallName>(
    name: N,
    input: LibrarianCalls[N]['input'],
  ): Promise<LibrarianCalls[N]['output']> {
    const { folder } = (input ?? {}) as Partial<LibrarianCalls['librarian.open']['input']>;
    if (name === 'librarian.open' && folder !== undefined) this.folder = folder;
    const value = await this.send(name, input);
    if (name === 'library.move' && folder !== undefined) this.folder = folder;
    return value as LibrarianCalls[N]['output'];
  }

  /** Closes the library and ends the process. */
  async stop(): Promise<void> {
    this.ended = true;
    if (!this.process) return;
    await this.send('librarian.close', null).catch(() => {});
    this.process?.kill();
    this.process = null;
  }

  private send(name: LibrarianCallName, input: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.lastTicket += 1;
      this.waiting.set(this.lastTicket, { resolve, reject });
      try {
        this.process ??= this.started();
      } catch (error) {
        this.waiting.delete(this.lastTicket);
        reject(error);
        return;
      }
      this.process.post({ kind: 'ask', ticket: this.lastTicket, name, input });
    });
  }

  private started(): LibrarianProcess {
    const now = this.now();
    while (this.starts[0] !== undefined && now - this.starts[0] > A_MINUTE) this.starts.shift();
    if (this.starts.length >= MOST_STARTS) throw stopped('It stopped several times within a minute.');
    this.starts.push(now);
    const process = this.host.start(
      (reply) => {
        if (this.process === process) this.hear(reply);
      },
      (details) => {
        if (this.process === process) this.lost(details);
      },
    );
    return process;
  }

  private hear(reply: LibrarianReply): void {
    switch (reply.kind) {
      case 'answer': {
        const waiting = this.waiting.get(reply.ticket);
        this.waiting.delete(reply.ticket);
        if (reply.result.ok) waiting?.resolve(reply.result.value);
        else waiting?.reject(new Failure(reply.result.error));
        return;
      }
      case 'notice':
        this.host.notice(reply.name, reply.value as never);
        return;
      case 'analyse':
        void this.analyse(reply);
        return;
      case 'cancel':
        this.analyses.get(reply.ticket)?.abort();
    }
  }

  private async analyse(request: AnalyseRequest): Promise<void> {
    const { ticket } = request;
    const controller = new AbortController();
    const asker = this.process;
    this.analyses.set(ticket, controller);
    const result = await this.host.analyse(request, controller.signal).then(
      (value): Result<StoredFindings> => ({ ok: true, value }),
      (error): Result<StoredFindings> => ({ ok: false, error: internalError(error) }),
    );
    this.analyses.delete(ticket);
    // A librarian that was started anew asks again under numbers of its own.
    if (this.process === asker) this.process?.post({ kind: 'analysed', ticket, result });
  }

  private lost(details: string): void {
    this.process = null;
    for (const controller of this.analyses.values()) controller.abort();
    this.analyses.clear();
    for (const { reject } of this.waiting.values()) reject(stopped(details));
    this.waiting.clear();
    if (this.ended || this.folder === null) return;
    this.send('librarian.open', { folder: this.folder }).catch(() => {});
  }
}

function stopped(details: string): Failure {
  return fail(
    'library-unreadable',
    null,
    'The part of Dateline that keeps the library stopped unexpectedly.',
    'It starts again by itself, and nothing that was saved is lost; try again.',
    details,
  );
}
