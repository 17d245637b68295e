import { CHARSETS } from './words';

const STYLE = /\{(?:\\\*)?\\s(\d{1,5})(?:\\[a-z]{1,32}-?\d{0,10} ?){0,60}([^\\{};]{1,80});?\}/gi;

/** Names of the paragraph styles by number. */
export function stylesOf(source: string): Map<number, string> {
  const start = source.indexOf('{\\stylesheet');
  const part = start < 0 ? '' : source.slice(start, start + 200_000);
  return new Map([...part.matchAll(STYLE)].map(([, number, name]) => [Number(number), (name ?? '').trim()]));
}

const FONT = /\\f(\d{1,5})(?:\\[a-z]{1,32}-?\d{0,10} ?){0,12}?\\fcharset(\d{1,3})/gi;

/** Code pages of the fonts by number, where they are not the document's own. */
export function fontsOf(source: string): Map<number, number> {
  const start = source.indexOf('{\\fonttbl');
  const part = start < 0 ? '' : source.slice(start, start + 200_000);
  const pages = [...part.matchAll(FONT)].map(
    ([, number, charset]) => [Number(number), CHARSETS[Number(charset)]] as const,
  );
  return new Map(pages.flatMap(([number, page]) => (page === undefined ? [] : [[number, page] as const])));
}
