// Opens a published wheel of a spaCy pipeline.
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { asMap, decodeMessage } from './msgpack.mjs';

/** @param {string} wheel path of the file */
export function openPackage(wheel) {
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

/** @typedef {ReturnType<typeof openPackage>} PipelinePackage */
