// Writes the model file that electron/engine/language/model-file.ts reads; the layout is described there.

/** @param {number} value a float32 @returns {number} the nearest IEEE 754 half, ties to even */
export function toHalf(value) {
  const bits = new Uint32Array(new Float32Array([value]).buffer)[0] ?? 0;
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = Math.abs(value);
  if (!(magnitude < 65520)) throw new Error(`${value} does not fit half precision.`);
  if (magnitude < 2 ** -14) return sign | roundToEven(magnitude * 2 ** 24);
  const exponent = ((bits >>> 23) & 0xff) - 127;
  return sign | (((exponent + 15) << 10) + roundToEven((magnitude / 2 ** exponent - 1) * 1024));
}

/** @param {number} value not negative */
function roundToEven(value) {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor + (floor % 2);
}

/** @param {Tensor} tensor */
function encodeTensor({ values, half }) {
  if (values instanceof Int8Array) return { type: 'i8', bytes: new Uint8Array(values.slice().buffer) };
  if (values instanceof Int16Array) return { type: 'i16', bytes: new Uint8Array(values.slice().buffer) };
  if (half) return { type: 'f16', bytes: new Uint8Array(Uint16Array.from(values, toHalf).buffer) };
  return { type: 'f32', bytes: new Uint8Array(values.slice().buffer) };
}

/**
 * @typedef {{ name: string, shape: number[], values: Float32Array | Int16Array | Int8Array, half?: boolean }} Tensor
 * @param {{ about: object, tables: object, texts: Record<string, string>, tensors: Tensor[] }} model
 * @returns {Uint8Array}
 */
export function writeModel(model) {
  /** @type {Uint8Array[]} */
  const sections = [];
  let offset = 0;
  /** @param {Uint8Array} bytes @returns {number} offset from the start of the sections */
  const add = (bytes) => {
    const at = offset;
    const padded = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
    padded.set(bytes);
    sections.push(padded);
    offset += padded.length;
    return at;
  };
  const encoder = new TextEncoder();
  const tensors = model.tensors.map((tensor) => {
    const { type, bytes } = encodeTensor(tensor);
    return { name: tensor.name, shape: tensor.shape, type, offset: add(bytes) };
  });
  const texts = Object.entries({ tables: JSON.stringify(model.tables), ...model.texts }).map(
    ([name, text]) => {
      const bytes = encoder.encode(text);
      return { name, offset: add(bytes), length: bytes.length };
    },
  );
  const header = encoder.encode(JSON.stringify({ about: model.about, tensors, texts }));
  const start = Math.ceil((12 + header.length) / 16) * 16;
  const file = new Uint8Array(start + offset);
  file.set(encoder.encode('DLMODEL1'));
  new DataView(file.buffer).setUint32(8, header.length, true);
  file.set(header, 12);
  let at = start;
  for (const section of sections) {
    file.set(section, at);
    at += section.length;
  }
  return file;
}
