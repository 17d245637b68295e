// Where the tensors of the model lie in the package, and how the model file keeps them.
import { asList, asMap } from './msgpack.mjs';
import { quantiseWindow } from './window-quantisation.mjs';

/** @typedef {import('./model-writer.mjs').Tensor} Tensor */
/** @typedef {import('./pipeline-package.mjs').PipelinePackage} Package */
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
export function modelTensors(pack) {
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
