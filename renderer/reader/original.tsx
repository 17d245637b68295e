import { choose } from '../state/article';
import { article } from '../state/current';

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

const sourceWords = {
  bom: 'named by the file’s first bytes',
  'utf-8': 'valid throughout',
  declared: 'declared in the file',
  detected: 'guessed from the bytes',
  reader: 'set by you',
} as const;

/** The file's text as it stands, with the encoding it was read with. */
export function Original() {
  const shown = article.value;
  if (!shown) return null;
  const { encoding, encodingSource, format } = shown.detected;
  const known = encodings.some(([name]) => name === encoding);
  return (
    <section class="original" aria-label="Original text">
      {encoding !== null && (
        <p class="encoding">
          <label>
            Encoding{' '}
            <select
              value={encoding}
              onChange={(event) => void choose({ encoding: event.currentTarget.value })}
            >
              {!known && <option value={encoding}>{encoding}</option>}
              {encodings.map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>{' '}
          {encodingSource && sourceWords[encodingSource]}
          {encodingSource === 'reader' && (
            <button type="button" class="plain" onClick={() => void choose({ encoding: null })}>
              Detect again
            </button>
          )}
        </p>
      )}
      {encoding === null && <p class="encoding">Text found in the {format.toUpperCase()} file</p>}
      <pre>{shown.original}</pre>
    </section>
  );
}
