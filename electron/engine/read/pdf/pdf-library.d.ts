/** A run of text in one font. `transform` is the PDF text matrix: [a, b, c, d, x, y], y upwards from the bottom. */
export interface PdfTextItem {
  str?: string;
  transform?: number[];
  /** In the page's units, 1/72 inch. */
  width?: number;
  height?: number;
  fontName?: string;
  hasEOL?: boolean;
}

export interface PdfPage {
  /** The visible part: [left, bottom, right, top]. */
  view: number[];
  /** The text in pieces, in the order in which the page sets it. */
  streamTextContent(): {
    getReader(): {
      read(): Promise<{ done: boolean; value?: { items: PdfTextItem[] } }>;
      cancel(reason: Error): Promise<void>;
    };
  };
  cleanup(): void;
}

export interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{
    info: Record<string, unknown>;
    metadata: { get(name: string): unknown; getRaw(): string } | null;
  }>;
  destroy(): Promise<void>;
}

/** Rejects with an error named `PasswordException` or `InvalidPDFException` and the like. */
export function openPdf(bytes: Uint8Array): Promise<PdfDocument>;
