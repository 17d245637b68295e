import { EngineError } from '../../errors';
import { fromBase64 } from '../encoding/base64';
import { decodeText } from '../encoding/decode';
import { parseXml, textOf, type XmlElement } from '../xml';

/** A value of Apple's property lists, as far as web archives use them. */
export type PropertyValue = string | number | boolean | Uint8Array | PropertyValue[] | PropertyMap;
export interface PropertyMap {
  [key: string]: PropertyValue;
}

/** Nesting and number of values; an archive of a page has a few hundred values, three deep. */
const DEEPEST = 12;
const MOST_VALUES = 200_000;
const TRAILER_LENGTH = 32;

function damaged(): EngineError {
  return new EngineError(
    'file-damaged',
    'The web archive is damaged: its table of contents cannot be read.',
    'Save the page again from the browser and open the new copy.',
  );
}

/** A property list in either form. Throws `EngineError` `file-damaged`. */
export function readPropertyList(bytes: Uint8Array): PropertyValue {
  const isBinary = bytes[0] === 0x62 && bytes[6] === 0x30;
  if (isBinary) return new BinaryList(bytes).read();
  const [list] = parseXml(decodeText(bytes, { markup: true }).text).children.filter(
    ({ name }) => name === 'plist',
  );
  const [value] = list?.children ?? [];
  if (!value) throw damaged();
  return propertyOf(value, 0);
}

function propertyOf(element: XmlElement, depth: number): PropertyValue {
  if (depth > DEEPEST) throw damaged();
  switch (element.name) {
    case 'dict': {
      const map: PropertyMap = {};
      for (let i = 0; i + 1 < element.children.length; i += 2)
        map[textOf(element.children[i])] = propertyOf(element.children[i + 1] as XmlElement, depth + 1);
      return map;
    }
    case 'array':
      return element.children.map((child) => propertyOf(child, depth + 1));
    case 'data':
      return fromBase64(element.texts.join('')) ?? new Uint8Array();
    case 'true':
    case 'false':
      return element.name === 'true';
    case 'integer':
    case 'real':
      return Number(textOf(element));
    default:
      return element.texts.join('');
  }
}

/** The binary form (Core Foundation's CFBinaryPList.c documents it): objects by number, offsets in a table. */
class BinaryList {
  private readonly view: DataView;
  private readonly offsetSize: number;
  private readonly referenceSize: number;
  private readonly tableAt: number;
  private readonly top: number;
  private left = MOST_VALUES;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < TRAILER_LENGTH + 8) throw damaged();
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const trailer = bytes.length - TRAILER_LENGTH;
    this.offsetSize = bytes[trailer + 6] ?? 0;
    this.referenceSize = bytes[trailer + 7] ?? 0;
    this.top = this.number(trailer + 16, 8);
    this.tableAt = this.number(trailer + 24, 8);
  }

  read(): PropertyValue {
    return this.value(this.top, 0);
  }

  private number(at: number, size: number): number {
    if (at < 0 || size < 1 || size > 8 || at + size > this.bytes.length) throw damaged();
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + (this.bytes[at + i] as number);
    return value;
  }

  private value(index: number, depth: number): PropertyValue {
    if (depth > DEEPEST || --this.left < 0) throw damaged();
    const at = this.number(this.tableAt + index * this.offsetSize, this.offsetSize);
    const mark = this.number(at, 1);
    const kind = mark >> 4;
    if (kind === 0) return mark === 9;
    if (kind === 1) return this.number(at + 1, 1 << (mark & 15));
    if (kind === 2 || kind === 3) return 0;
    const { count, start } = this.extent(at, mark);
    if (kind === 4) return this.slice(start, count);
    if (kind === 5) return String.fromCharCode(...this.slice(start, count));
    if (kind === 6) return this.wide(start, count);
    if (kind === 10) return this.references(start, count).map((one) => this.value(one, depth + 1));
    if (kind === 13) return this.map(start, count, depth);
    return '';
  }

  /** How many units an object has; 15 says that a number follows. */
  private extent(at: number, mark: number): { count: number; start: number } {
    if ((mark & 15) !== 15) return { count: mark & 15, start: at + 1 };
    const size = 1 << (this.number(at + 1, 1) & 15);
    return { count: this.number(at + 2, size), start: at + 2 + size };
  }

  private slice(start: number, length: number): Uint8Array {
    if (start + length > this.bytes.length) throw damaged();
    return this.bytes.subarray(start, start + length);
  }

  private wide(start: number, count: number): string {
    if (start + count * 2 > this.bytes.length) throw damaged();
    let text = '';
    for (let i = 0; i < count; i++) text += String.fromCharCode(this.view.getUint16(start + i * 2));
    return text;
  }

  private references(start: number, count: number): number[] {
    if (count > MOST_VALUES) throw damaged();
    return Array.from({ length: count }, (_, i) =>
      this.number(start + i * this.referenceSize, this.referenceSize),
    );
  }

  private map(start: number, count: number, depth: number): PropertyMap {
    const keys = this.references(start, count);
    const values = this.references(start + count * this.referenceSize, count);
    const map: PropertyMap = {};
    keys.forEach((key, i) => {
      map[String(this.value(key, depth + 1))] = this.value(values[i] as number, depth + 1);
    });
    return map;
  }
}
