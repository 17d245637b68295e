import type { LibrarianReply, Result, SourceInfo, StoredFindings } from '../contract';
import { cancelled, Failure } from '../files/failure';

interface Waiting {
  resolve(findings: StoredFindings): void;
  reject(error: unknown): void;
}

/** The engine as the librarian sees it: main runs it, in processes that can be ended. */
export class EngineLine {
  private readonly waiting = new Map<number, Waiting>();
  private lastTicket = 0;

  constructor(private readonly post: (reply: LibrarianReply) => void) {}

  analyse(source: SourceInfo, bytes: Uint8Array, signal: AbortSignal): Promise<StoredFindings> {
    this.lastTicket += 1;
    const ticket = this.lastTicket;
    return new Promise((resolve, reject) => {
      this.waiting.set(ticket, { resolve, reject });
      const giveUp = () => {
        if (!this.waiting.delete(ticket)) return;
        this.post({ kind: 'cancel', ticket });
        reject(cancelled(null));
      };
      if (signal.aborted) giveUp();
      else {
        signal.addEventListener('abort', giveUp, { once: true });
        this.post({ kind: 'analyse', ticket, source, bytes });
      }
    });
  }

  hear(ticket: number, result: Result<StoredFindings>): void {
    const waiting = this.waiting.get(ticket);
    this.waiting.delete(ticket);
    if (result.ok) waiting?.resolve(result.value);
    else waiting?.reject(new Failure(result.error));
  }
}
