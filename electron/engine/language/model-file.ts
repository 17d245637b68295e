import { EngineError } from '../errors';

/**
 * A model file: "DLMODEL1", the header's length (u32, little-endian), the header (JSON), padding to 16 bytes, then
 * sections, each padded to 16 bytes. The header lists tensors (name, shape, f16 or f32, offset) and texts (name,
 * offset, length in bytes); offsets count from the first section. Written by build/language/convert-model.mjs.
 */
interface ModelHeader {
  about: { name: string; version: string };
  tensors: { name: string; shape: number[]; type: 'f16' | 'f32'; offset: number }[];
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

export interface ModelFile {
  tables: ModelTables;
  /** Throws when the file has no tensor of that name and shape. */
  tensor(name: string, ...shape: number[]): Float32Array;
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

/** Every half-precision number by its bits: widening is a look-up. */
function halfTable(): Float32Array {
  const table = new Float32Array(65536);
  for (let bits = 0; bits < 32768; bits += 1) {
    const exponent = bits >> 10;
    const fraction = bits & 0x3ff;
    const value = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
    table[bits] = value;
    table[bits + 32768] = -value;
  }
  return table;
}

/** @param bytes the whole file; throws `EngineError` when it is not a model file */
export function readModelFile(bytes: Uint8Array): ModelFile {
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, 8)) !== MAGIC) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(8, true);
  const header = JSON.parse(decoder.decode(bytes.subarray(12, 12 + headerLength))) as ModelHeader;
  const start = Math.ceil((12 + headerLength) / 16) * 16;
  const halves = halfTable();

  const section = (offset: number, length: number): Uint8Array => {
    if (start + offset + length > bytes.length) throw damaged();
    // Not `slice`: Node's Buffer gives a view of the whole file then.
    return new Uint8Array(bytes.subarray(start + offset, start + offset + length));
  };
  const text = (name: string): string | null => {
    const entry = header.texts.find((t) => t.name === name);
    return entry ? decoder.decode(section(entry.offset, entry.length)) : null;
  };

  return {
    tables: JSON.parse(text('tables') ?? 'null') as ModelTables,
    tensor(name, ...shape) {
      const entry = header.tensors.find((t) => t.name === name);
      if (!entry || entry.shape.join() !== shape.join()) throw damaged();
      const count = shape.reduce((a, b) => a * b, 1);
      if (entry.type === 'f32') return new Float32Array(section(entry.offset, 4 * count).buffer);
      const bits = new Uint16Array(section(entry.offset, 2 * count).buffer);
      const values = new Float32Array(count);
      for (let i = 0; i < count; i += 1) values[i] = halves[bits[i]!]!;
      return values;
    },
    lines: (name) => text(name)?.split('\n') ?? null,
  };
}
