import { describe, expect, it } from 'vitest';
import { decodeText } from './decode';
import { labelToName, TextDecoder } from './encoding-library';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Bytes of a text in a one-byte encoding, by asking the decoder what each byte means. */
function encode(label: string, text: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text], (character) => bytes.get(character) ?? 0x3f);
}

const ONE_BYTE = [
  ...'2 3 4 5 6 7 8 10 13 14 15 16'.split(' ').map((part) => `iso-8859-${part}`),
  ...'1250 1251 1252 1253 1254 1255 1256 1257 1258 874'.split(' ').map((page) => `windows-${page}`),
  'ibm866',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'x-mac-cyrillic',
];
const MANY_BYTE = ['gbk', 'gb18030', 'big5', 'euc-jp', 'iso-2022-jp', 'shift_jis', 'euc-kr'];

describe('the labels of the Encoding Standard', () => {
  it.each([...ONE_BYTE, ...MANY_BYTE])('%s is decoded', (label) => {
    expect(labelToName(label)?.toLowerCase()).toBe(label);
    expect(new TextDecoder(label).decode(latin('Plain.'))).toBe('Plain.');
  });

  it.each(ONE_BYTE)('%s gives every byte a character of its own or U+FFFD', (label) => {
    const characters = [
      ...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    ];
    expect(characters).toHaveLength(256);
    const known = characters.filter((character) => character !== '\ufffd');
    expect(new Set(known).size).toBe(known.length);
  });

  it('reads latin1 and ascii as windows-1252, with its punctuation', () => {
    for (const label of ['latin1', 'iso-8859-1', 'ascii', 'l1', 'windows-1252'])
      expect(new TextDecoder(label).decode(Uint8Array.of(0x80, 0x93, 0x94, 0x9f))).toBe('€“”Ÿ');
  });
});

describe('decodeText', () => {
  it('believes a byte order mark before anything else', () => {
    const marked = Uint8Array.of(0xff, 0xfe, 0x2d, 0x04);
    expect(decodeText(marked, { markup: true, declared: 'windows-1252' })).toEqual({
      text: 'Э',
      encoding: 'utf-16le',
      encodingSource: 'bom',
    });
    expect(decodeText(Uint8Array.of(0, 0, 0xfe, 0xff, 0, 1, 0xf4, 0), { markup: false }).text).toBe(
      '\u{1f400}',
    );
  });

  it('prefers strict UTF-8 to what the page says of itself', () => {
    const page = utf8('<meta charset="windows-1251"><p>Grüße aus Köln</p>');
    expect(decodeText(page, { markup: true })).toMatchObject({ encoding: 'utf-8', encodingSource: 'utf-8' });
  });

  it('takes the declared encoding where the bytes are not UTF-8, even far behind', () => {
    const body = encode('windows-1250', 'Zażółć gęślą jaźń');
    const page = new Uint8Array([...latin(`<!--${' '.repeat(4000)}--><meta charset=windows-1250>`), ...body]);
    const { text, encoding, encodingSource } = decodeText(page, { markup: true });
    expect([encoding, encodingSource]).toEqual(['windows-1250', 'declared']);
    expect(text).toContain('Zażółć gęślą jaźń');
  });

  it('passes over a declaration that the bytes contradict', () => {
    const russian = encode(
      'windows-1251',
      'Вчера вечером в городе прошёл сильный дождь, улицы залило водой. ',
    );
    const page = new Uint8Array([...latin('<meta charset="utf-8"><p>'), ...russian, ...russian]);
    expect(decodeText(page, { markup: true })).toMatchObject({
      encoding: 'windows-1251',
      encodingSource: 'detected',
    });
  });

  it('keeps UTF-8 with a stray byte', () => {
    const text = 'Überschwemmung in Köln: Bürger räumen die Straßen';
    const damaged = new Uint8Array([...utf8(text.repeat(3)), 0xc3]);
    expect(decodeText(damaged, { markup: false })).toMatchObject({ encoding: 'utf-8' });
  });

  it('does what the reader says', () => {
    expect(decodeText(utf8('é'), { markup: false, override: 'latin1' })).toEqual({
      text: 'Ã©',
      encoding: 'windows-1252',
      encodingSource: 'reader',
    });
  });

  it('never decodes with a label made for attacks, nor UTF-7', () => {
    const page = latin('<meta charset="utf-7">+ADw-script+AD4-');
    expect(decodeText(page, { markup: true }).text).toContain('+ADw-script');
    expect(decodeText(latin('<meta charset="hz-gb-2312">caf\u00e9'), { markup: true }).text).toContain(
      'café',
    );
  });
});
