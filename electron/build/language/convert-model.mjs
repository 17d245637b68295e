// node electron/build/language/convert-model.mjs WHEEL
// Reads the published wheel of spaCy's en_core_web_sm 3.8.0 and writes assets/language/en-core-web-sm.model.
// Where the wheel comes from, its checksum and its licence: assets/language/PROVENANCE.md.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { modelTensors } from './model-tensors.mjs';
import { writeModel } from './model-writer.mjs';
import { asList, asMap, asText, decodeMessage } from './msgpack.mjs';
import { openPackage } from './pipeline-package.mjs';
import { toJavaScriptPattern } from './python-pattern.mjs';
import { stringId } from './string-id.mjs';

/** @typedef {import('./msgpack.mjs').MessageValue} MessageValue */

const OUT = fileURLToPath(new URL('../../../assets/language/en-core-web-sm.model', import.meta.url));
const ORTH = 65;
const NORM = 67;

/** @typedef {import('./pipeline-package.mjs').PipelinePackage} Package */

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
    tensors: modelTensors(pack),
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
