import { beforeAll, expect, it, vi } from 'vitest';
import type { ImageShelf } from './image-shelf';
import { decoded, setUpProtocol } from './protocol';

vi.mock('electron', () => ({ protocol: {}, app: { getAppPath: () => '/', isPackaged: false } }));

type Handler = (request: { method: string; url: string }) => Promise<Response>;

let handler: Handler;
const asked: string[] = [];
beforeAll(() => {
  const session = { protocol: { handle: (_scheme: string, given: Handler) => (handler = given) } };
  const images = {
    get: async (id: string) => {
      asked.push(id);
      return id === 'known' ? { bytes: new Uint8Array([1, 2]), mediaType: 'image/png' } : null;
    },
  };
  setUpProtocol(session as never, images as unknown as ImageShelf);
});

const status = async (url: string, method = 'GET') => (await handler({ method, url })).status;

it('takes names as they are meant, and none with control characters', () => {
  expect(decoded('a%20b')).toBe('a b');
  expect(['%', '%E0%A4', 'a%00b', 'a%0Ab', '%7F'].map(decoded)).toEqual([null, null, null, null, null]);
});

it('answers every odd address with a refusal, and asks for no image by it', async () => {
  for (const address of ['%', '%00', 'known%00', '%E0%A4', 'unknown']) {
    expect(await status(`dateline://image/${address}`), address).toBe(404);
    expect(await status(`dateline://app/${address}.html`), address).toBe(404);
  }
  expect(asked).toEqual(['unknown']);
  expect(await status('dateline://elsewhere/known')).toBe(404);
  expect(await status('dateline://image/known', 'POST')).toBe(405);
  expect(await status('dateline://image/known')).toBe(200);
});
