const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** True when a page's source holds a day (YYYY-MM-DD) in any of the shapes in which English pages write days. */
export function statesDay(source: string, day: string): boolean {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d, y] = [Number(month), Number(date), year.slice(2)];
  const name = MONTHS[m - 1] as string;
  const names = `(?:${name}|${name.slice(0, 3)}|${name.slice(0, 4)})\\.?`;
  const number = (n: number) => `0?${n}`;
  const shapes = [
    `${year}[-/.]?${month}[-/.]?${date}`,
    `${year}[-/.]${number(m)}[-/.]${number(d)}`,
    `${names}[\\s,-]{1,3}${number(d)}(?:st|nd|rd|th)?,?[\\s-]{0,3}${year}`,
    `${number(d)}(?:st|nd|rd|th)?[\\s.,-]{1,3}(?:of )?${names},?[\\s-]{1,3}${year}`,
    `${number(m)}[-/.]${number(d)}[-/.](?:${year}|${y})`,
    `${number(d)}[-/.]${number(m)}[-/.](?:${year}|${y})`,
  ];
  const text = source
    .replaceAll('&nbsp;', ' ')
    .replace(/<[^>]{0,500}>/g, (tag) => (/date|content|time/i.test(tag) ? tag : ' '));
  return new RegExp(`(?<![\\d])(?:${shapes.join('|')})(?!\\d)`, 'i').test(text);
}
