// The decoder follows the Encoding Standard, which Node's own does not everywhere (windows-1252, 0x80-0x9F). It is
// imported here, behind types of our own, because the library's types bring Node's with them.
export { labelToName, TextDecoder } from '@exodus/bytes/encoding.js';
