// node electron/build/entities/convert-encoder.mjs FITTED.safetensors VOCABULARY.txt [OUT]
// Writes the encoder's model file from the weights that fit-encoder.py leaves. Matrices become signed bytes, each
// output (each piece of the vocabulary) with the scale that brings its largest weight to 127.
import { readFileSync, writeFileSync } from 'node:fs';
import { writeModel } from '../../build/language/model-writer.mjs';

const WIDTH = 384;
const TYPES = ['PER', 'LOC', 'ORG', 'PRO', 'WRK', 'EVT', 'GRP', 'MSC'];
const TAGS = ['O', ...TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])];

/** @param {string} path @returns {(name: string) => { shape: number[], values: Float32Array }} */
function readSafetensors(path) {
  const file = readFileSync(path);
  const length = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.subarray(8, 8 + length).toString('utf8'));
  return (name) => {
    const entry = header[name];
    if (entry?.dtype !== 'F32') throw new Error(`${path} has no float32 tensor ${name}.`);
    const [from, end] = entry.data_offsets;
    const bytes = Uint8Array.from(file.subarray(8 + length + from, 8 + length + end));
    return { shape: entry.shape, values: new Float32Array(bytes.buffer) };
  };
}

/** @param {string} name @param {{ shape: number[], values: Float32Array }} matrix */
function bytes(name, { shape, values }) {
  const [rows = 0, columns = 0] = shape;
  const scale = new Float32Array(rows);
  const steps = new Int8Array(values.length);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    scale[row] = own.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
    for (const [i, value] of own.entries()) steps[row * columns + i] = Math.round(value / (scale[row] ?? 1));
  }
  return [
    { name: `${name}.weight`, shape, values: steps },
    { name: `${name}.scale`, shape: [rows], values: scale },
  ];
}

const [fitted = '', vocabulary = '', out = 'assets/language/name-encoder.model'] = process.argv.slice(2);
const read = readSafetensors(fitted);
/** @param {string} name @param {string} from */
const linear = (name, from) => [
  ...bytes(name, read(`${from}.weight`)),
  { name: `${name}.bias`, ...read(`${from}.bias`) },
];
/** @param {string} name @param {string} from */
const norm = (name, from) => [
  { name: `${name}.gain`, ...read(`${from}.weight`) },
  { name: `${name}.bias`, ...read(`${from}.bias`) },
];
const pieces = readFileSync(vocabulary, 'utf8').split('\n').filter(Boolean);
const evidence = read('evid.weight');
const rows = (evidence.shape[0] ?? 0) - 1;
let layers = 0;
const tensors = [
  ...bytes('words', read('word.weight')),
  { name: 'positions', ...read('pos.weight') },
  { name: 'evidence', shape: [rows, WIDTH], values: evidence.values.slice(0, rows * WIDTH) },
  ...norm('open', 'n0'),
  ...linear('names', 'out'),
];
for (; ; layers++) {
  try {
    read(`layers.${layers}.qkv.weight`);
  } catch {
    break;
  }
  const from = `layers.${layers}`;
  tensors.push(
    ...linear(`${layers}.queryKeyValue`, `${from}.qkv`),
    ...linear(`${layers}.projection`, `${from}.proj`),
    ...linear(`${layers}.up`, `${from}.up`),
    ...linear(`${layers}.down`, `${from}.down`),
    ...norm(`${layers}.attentionNorm`, `${from}.n1`),
    ...norm(`${layers}.outputNorm`, `${from}.n2`),
  );
}
writeFileSync(
  out,
  writeModel({
    about: { name: 'name-encoder', version: '1' },
    tables: { layers, evidence: rows, tags: TAGS },
    texts: { vocabulary: pieces.join('\n') },
    tensors,
  }),
);
