// pdf.js is made for a page: it asks for drawing classes when it loads, and for a worker when it opens a file. Text
// is read here without drawing, in a process that is a worker already, so that empty stand-ins and its own worker
// code, run in place, are enough. It is loaded on demand: it is large.

/** Draws nothing. */
class NotDrawn {}

/** @type {Promise<any> | null} */
let library = null;

async function load() {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= NotDrawn;
  const warn = console.warn;
  const log = console.log;
  // It complains of the absent drawing classes on the console, which belongs to the program that prints an article.
  console.warn = console.log = () => {};
  try {
    globalThis.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
    console.log = log;
  }
}

/** @param {Uint8Array} bytes */
export async function openPdf(bytes) {
  library ??= load();
  const { getDocument } = await library;
  return getDocument({
    // The library takes the buffer away from its caller, and refuses Node's own kind of it.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
  }).promise;
}
