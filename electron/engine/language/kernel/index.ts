export { keyRows, stringId } from './hashing';
export { argmaxRows, embed, hidden, maxoutNorm } from './layers';
export { multiply, multiplyRow } from './matrix';
export { packPairs, packPanels, widen } from './packing';
export {
  addNorm,
  attend,
  embedPiece,
  gatherRows,
  gelu,
  multiplyBytes,
  packBytes,
  quantiseRows,
} from './transformer';
export { multiplyWindow, quantise } from './window';
