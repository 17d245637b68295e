import { decide } from '../state/article';
import { article } from '../state/current';
import { original } from '../state/original';
import { EncodingSelect } from '../ui/encoding-select';

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
  return (
    <section class="original" aria-label="Original text">
      {encoding !== null && (
        <p class="encoding">
          <EncodingSelect encoding={encoding} onChoose={(chosen) => void decide({ encoding: chosen })} />{' '}
          {encodingSource && sourceWords[encodingSource]}
          {encodingSource === 'reader' && (
            <button type="button" class="plain" onClick={() => void decide({ encoding: null })}>
              Detect again
            </button>
          )}
        </p>
      )}
      {encoding === null && <p class="encoding">Text found in the {format.toUpperCase()} file</p>}
      <pre>{original.value}</pre>
    </section>
  );
}
