/** Encodings a reader is likely to need, by WHATWG name; the rest of the world's text is UTF-8. */
const encodings = [
  ['utf-8', 'Unicode (UTF-8)'],
  ['windows-1252', 'Western European'],
  ['iso-8859-2', 'Central European (ISO)'],
  ['windows-1250', 'Central European (Windows)'],
  ['windows-1251', 'Cyrillic (Windows)'],
  ['koi8-r', 'Cyrillic (KOI8-R)'],
  ['windows-1253', 'Greek'],
  ['windows-1254', 'Turkish'],
  ['windows-1255', 'Hebrew'],
  ['windows-1256', 'Arabic'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['euc-jp', 'Japanese (EUC)'],
  ['gb18030', 'Chinese, simplified'],
  ['big5', 'Chinese, traditional'],
  ['euc-kr', 'Korean'],
  ['utf-16le', 'Unicode (UTF-16)'],
] as const;

/** @param props.encoding WHATWG name of the one in use; null when none is known */
export function EncodingSelect(props: { encoding: string | null; onChoose(encoding: string): void }) {
  const { encoding } = props;
  const known = encodings.some(([name]) => name === encoding);
  return (
    <label>
      Encoding{' '}
      <select value={encoding ?? ''} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {!known && <option value={encoding ?? ''}>{encoding ?? 'Choose…'}</option>}
        {encodings.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
