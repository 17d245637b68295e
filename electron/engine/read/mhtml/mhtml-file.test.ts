import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../../../contract';
import { readSource } from '../read';
import { decodeHeader } from './encoded-words';
import { fromQuotedPrintable } from './mime';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function read(lines: string[], name = 'page.mht') {
  const bytes = latin(lines.join('\r\n'));
  return readSource({ info: { name, size: bytes.length, modified: 0, hash: 'h' }, bytes }, NO_DECISIONS);
}

const PAGE = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://news.example/2019/05/06/bridge',
  'Subject: =?utf-8?Q?The_bridge_=E2=80=93_closed?=',
  'Date: Fri, 1 Jan 2021 10:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----edge"',
  '',
  '------edge',
  'Content-Type: text/html; charset=windows-1252',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://news.example/2019/05/06/bridge',
  '',
  '<html><body><h1>The bridge</h1><p>A caf=E9 by the har=',
  'bour, and a <a href=3D"/next">link</a>.</p>',
  '<p><img src=3D"cid:one@x" alt=3D"one"></p><p><img src=3D"pics/two.png" alt=3D"two"></p>',
  '<p><img src=3D"../../etc/three.png" alt=3D"three"></p></body></html>',
  '------edge',
  'Content-Type: image/gif',
  'Content-ID: <one@x>',
  'Content-Transfer-Encoding: base64',
  '',
  'R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
  '------edge',
  'Content-Type: image/png',
  'Content-Location: https://news.example/2019/05/06/pics/two.png',
  '',
  'x',
  '------edge--',
];

describe('reading MHTML', () => {
  it('gives the page with its encoding, links and pictures', async () => {
    const draft = await read(PAGE);
    expect(draft.detected).toEqual({ format: 'mhtml', encoding: 'windows-1252', encodingSource: 'declared' });
    expect(draft.blocks.map(({ block }) => block.text)).toContain('A café by the harbour, and a link.');
    expect(draft.blocks.flatMap(({ block }) => block.marks)).toContainEqual(
      expect.objectContaining({ kind: 'link', href: 'https://news.example/next' }),
    );
    expect(draft.images.map(({ mediaType, kind }) => [mediaType, kind])).toEqual([
      ['image/gif', 'embedded'],
      ['image/png', 'embedded'],
    ]);
    const figures = draft.blocks.flatMap(({ block }) => (block.kind === 'figure' ? block.images : []));
    expect(figures.map(({ id, alt }) => [alt, id])).toEqual([
      ['one', 'i1'],
      ['two', 'i2'],
      ['three', null],
    ]);
  });

  it('takes the day from the address and not from the day of saving', async () => {
    const days = (await read(PAGE)).candidates.filter(({ field }) => field === 'publicationDate');
    expect(days.map(({ value, source }) => [value, source])).toEqual([['2019-05-06', 'url']]);
  });

  it('reads a plain mail with its sender and day', async () => {
    const mail = [
      'From: "Ann Bee" <ann@x.example>',
      'Date: Fri, 18 Sep 2015 10:00:00 +0200',
      'Subject: The bridge',
      'MIME-Version: 1.0',
      'Content-Type: text/html',
      '',
      '<p>It is closed.</p>',
    ];
    const draft = await read(mail, 'mail.eml');
    expect(draft.candidates.map(({ field, value }) => [field, value])).toContainEqual(['byline', 'Ann Bee']);
    expect(draft.blocks.map(({ block }) => block.text)).toEqual(['It is closed.']);
  });

  it('reads a file that breaks off, and refuses one without a page', async () => {
    expect((await read(PAGE.slice(0, 18))).blocks.length).toBeGreaterThan(0);
    await expect(
      read(['MIME-Version: 1.0', 'Content-Type: multipart/related', '', 'x']),
    ).rejects.toMatchObject({ code: 'file-damaged' });
  });
});

describe('encodings of mail', () => {
  it('decodes headers', () => {
    expect(decodeHeader('=?iso-8859-1?Q?caf=E9?= =?utf-8?B?4oCT?= end')).toBe('café– end');
  });

  it('decodes quoted-printable and leaves what is none', () => {
    expect(new TextDecoder().decode(fromQuotedPrintable('=C3=A9 =\r\nb =ZZ'))).toBe('é b =ZZ');
  });
});

describe('reading mail', () => {
  const HEADERS = ['From: Ann Bee <ann@quay.example>', 'To: cy@quay.example', 'Subject: The buoy'];
  const LETTER = [...HEADERS, 'Date: Tue, 4 Mar 2025 08:12:00 +0100', '', 'Dear Cy,', 'the buoy has gone.'];

  it('knows a mail without a mark of MIME by its headers', async () => {
    const { detected, blocks, candidates } = await read(LETTER, 'letter');
    expect(detected.format).toBe('mhtml');
    expect(blocks.map(({ block }) => block.text)).toEqual(['Dear Cy,', 'the buoy has gone.']);
    expect(candidates.map(({ field, value }) => [field, value])).toContainEqual(['byline', 'Ann Bee']);
  });

  it.each([
    ['utf-16le', [0xff, 0xfe], (unit: number) => [unit & 255, unit >> 8]],
    ['utf-16be', [0xfe, 0xff], (unit: number) => [unit >> 8, unit & 255]],
    ['utf-16le without a mark', [], (unit: number) => [unit & 255, unit >> 8]],
  ] as const)('reads a mail that was saved as %s', async (_, mark, split) => {
    const text = LETTER.join('\r\n').replace('buoy has', 'b\u00f6je \u2013 has');
    const units = [...text].flatMap((character) => split(character.charCodeAt(0)));
    const bytes = Uint8Array.from([...mark, ...units]);
    const info = { name: 'letter.eml', size: bytes.length, modified: 0, hash: 'h' };
    const { blocks } = await readSource({ info, bytes }, NO_DECISIONS);
    expect(blocks.map(({ block }) => block.text)).toEqual(['Dear Cy,', 'the b\u00f6je \u2013 has gone.']);
  });

  it('says of a mail with attachments only which they are', async () => {
    const mail = [
      ...HEADERS,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=edge',
      '',
      '--edge',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename="log of March.txt"',
      '',
      'wind north',
      '--edge--',
    ];
    await expect(read(mail, 'letter.eml')).rejects.toMatchObject({
      code: 'no-text',
      causeText: 'The mail holds no text, only attachments (log of March.txt).',
    });
  });

  it('puts the lines of a wrapped mail together, and leaves its own line ends', async () => {
    const body = [
      'the buoy by the mole has gone, and nobody on the quay can tell us where it',
      'has gone to; the boats look for it since the morning, up to the old point',
      'and back.',
      '',
      '- one boat',
      '- two men',
      '',
      'Yours,',
      'Ann',
    ];
    const { blocks } = await read([...LETTER.slice(0, 5), ...body], 'letter');
    expect(blocks.map(({ block }) => block.text)).toEqual([
      body.slice(0, 3).join(' '),
      'one boat\ntwo men',
      'Yours,',
      'Ann',
    ]);
  });
});
