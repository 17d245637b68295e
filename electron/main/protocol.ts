import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { pageFolder } from './folders';
import type { ImageShelf } from './image-shelf';

export const SCHEME = 'dateline';
export const APP_ORIGIN = `${SCHEME}://app`;
export const PAGE = `${APP_ORIGIN}/index.html`;

/** Nothing inline, nothing evaluated, nothing from anywhere but the app itself. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  `img-src ${SCHEME}:`,
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** For an SVG looked at by itself: it may draw, and nothing else. */
const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ]);
}

/** Serves the page's own files and the images of the articles that are open. */
export function setUpProtocol(session: Session, images: ImageShelf): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET') return refusal(405);
    const { host, pathname } = new URL(request.url);
    if (host === 'app') return servePage(pathname);
    if (host === 'image') return serveImage(images, pathname);
    return refusal(404);
  });
}

async function servePage(pathname: string): Promise<Response> {
  const type = mediaTypes[extname(pathname)];
  if (!type) return refusal(404);
  try {
    const root = await realpath(pageFolder);
    const name = decoded(pathname);
    const file = name === null ? null : await realpath(join(root, name));
    if (!file?.startsWith(root + sep)) return refusal(404);
    return answer(await readFile(file), type, PAGE_POLICY);
  } catch {
    return refusal(404);
  }
}

async function serveImage(images: ImageShelf, pathname: string): Promise<Response> {
  const id = decoded(pathname.slice(1));
  const image = id === null ? null : await images.get(id);
  return image ? answer(image.bytes, image.mediaType, IMAGE_POLICY) : refusal(404);
}

/** Null for what is no name: `%` alone, or one with control characters (`%00`). */
export function decoded(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname);
    return /\p{Cc}/u.test(name) ? null : name;
  } catch {
    return null;
  }
}

function answer(bytes: Uint8Array, type: string, policy: string): Response {
  return new Response(new Uint8Array(bytes), { headers: headers(type, policy) });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain', "default-src 'none'") });
}

function headers(type: string, policy: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
}
