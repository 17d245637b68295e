import type { Analysis } from '../../electron/contract';
import { articleName } from './context';
import { timelineRows } from './timeline';
import { markupText } from './xml';

const WIDTH = 960;
const ROW = 44;
const TOP = 88;
const DATE_X = 40;
const TEXT_X = 250;
/** Characters of a headline that fit beside its date at the size used. */
const LONGEST = 86;

/** The timeline as a picture to put in a document: one row an event, on paper of its own. */
export function timelinePicture(analysis: Analysis): string {
  const rows = timelineRows(analysis).filter(({ event }) => event.time?.first);
  const height = TOP + rows.length * ROW + 24;
  const dots = rows.map(({ event }, index) => {
    const y = TOP + index * ROW;
    const fill = event.status === 'planned' ? '#fffefc' : '#9c2f1f';
    const { first, last } = event.time ?? {};
    const day = first === last ? first : `${first} – ${last}`;
    return [
      `<circle cx="24" cy="${y - 5}" r="5" fill="${fill}" stroke="#9c2f1f" stroke-width="2"/>`,
      `<text x="${DATE_X}" y="${y}" font-family="sans-serif" font-size="14" fill="#9c2f1f">${markupText(day ?? '')}</text>`,
      `<text x="${TEXT_X}" y="${y}" font-family="serif" font-size="17" fill="#1b1a17">${markupText(short(event.headline))}</text>`,
    ].join('');
  });
  const line =
    rows.length > 1
      ? `<path d="M24 ${TOP - 5}V${TOP - 5 + (rows.length - 1) * ROW}" stroke="#e4e0d8" stroke-width="2"/>`
      : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`,
    `<rect width="100%" height="100%" fill="#fffefc"/>`,
    `<text x="16" y="42" font-family="serif" font-size="22" font-weight="600" fill="#1b1a17">${markupText(short(articleName(analysis)))}</text>`,
    line,
    ...dots,
    '</svg>\n',
  ].join('\n');
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`;
}
