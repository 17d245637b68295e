import { EngineError } from '../errors';

type TensorType = 'f32' | 'f16' | 'i16' | 'i8';

const SIZES: Record<TensorType, number> = { f32: 4, f16: 2, i16: 2, i8: 1 };

/**
 * A model file: "DLMODEL1", the header's length (u32, little-endian), the header (JSON), padding to 16 bytes, then
 * sections, each padded to 16 bytes. The header lists tensors (name, shape, f32, f16, i16 or i8, offset) and texts (name,
 * offset, length in bytes); offsets count from the first section. Written by build/language/convert-model.mjs.
 */
interface ModelHeader {
  about: { name: string; version: string };
  tensors: { name: string; shape: number[]; type: TensorType; offset: number }[];
  texts: { name: string; offset: number; length: number }[];
}

/** Where a pattern of the attribute rules looks and what it wants, as spaCy's Matcher writes it. */
export type TokenSpec = Record<string, string | boolean | Record<string, string | string[]>>;

export interface AttributeRule {
  patterns: TokenSpec[][];
  attrs: Record<string, string>;
  index: number;
}

export interface TokenizerTables {
  /** JavaScript patterns for the `u` flag. `urlHost` is what follows scheme and user in the URL rule. */
  prefix: string;
  suffix: string;
  infix: string;
  urlHost: string;
  /** Text to its pieces, each [text] or [text, norm]. */
  exceptions: Record<string, [string, string?][]>;
}

export interface ModelTables {
  tokenizer: TokenizerTables;
  /** Norms by string id, 16 hexadecimal digits. */
  norms: Record<string, string>;
  tags: string[];
  /** [action, label] in the order of the model's output. */
  parserMoves: [number, string][];
  nameMoves: [number, string][];
  attributeRules: AttributeRule[];
  /** By lower-case part of speech: [ending, replacement] in order of application. */
  lemmaRules: Record<string, [string, string][]>;
  lemmaExceptions: Record<string, Record<string, string[]>>;
}

export interface Tensor {
  type: TensorType;
  /** Number of values. */
  count: number;
  /** Little-endian, last index fastest. */
  bytes: Uint8Array;
}

export interface ModelFile {
  tables: ModelTables;
  /** Throws when the file has no tensor of that name and shape. */
  tensor(name: string, ...shape: number[]): Tensor;
  /** Lines of a text section; null when there is none of that name. */
  lines(name: string): string[] | null;
}

const MAGIC = 'DLMODEL1';

function damaged(): EngineError {
  return new EngineError(
    'internal',
    'The language model that belongs to Dateline is damaged.',
    'Install Dateline again.',
  );
}

function parseJson<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw damaged();
  }
}

/** @param bytes the whole file; throws `EngineError` when it is not a model file or ends too early */
export function readModelFile(bytes: Uint8Array): ModelFile {
  const decoder = new TextDecoder();
  if (bytes.length < 16 || decoder.decode(bytes.subarray(0, 8)) !== MAGIC) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(8, true);
  const header = parseJson<ModelHeader>(decoder.decode(bytes.subarray(12, 12 + headerLength)));
  const start = Math.ceil((12 + headerLength) / 16) * 16;

  const section = (offset: number, length: number): Uint8Array => {
    if (start + offset + length > bytes.length) throw damaged();
    return bytes.subarray(start + offset, start + offset + length);
  };
  // Some are read only when first needed: a file that ends too early is better found out now.
  for (const { offset, length } of header.texts) section(offset, length);
  const text = (name: string): string | null => {
    const entry = header.texts.find((t) => t.name === name);
    return entry ? decoder.decode(section(entry.offset, entry.length)) : null;
  };

  return {
    tables: parseJson<ModelTables>(text('tables') ?? ''),
    tensor(name, ...shape) {
      const entry = header.tensors.find((t) => t.name === name);
      if (!entry || entry.shape.join() !== shape.join()) throw damaged();
      const count = shape.reduce((a, b) => a * b, 1);
      return { type: entry.type, count, bytes: section(entry.offset, SIZES[entry.type] * count) };
    },
    lines: (name) => text(name)?.split('\n') ?? null,
  };
}
