import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { detectorData } from './detector-data.mjs';

describe('the bundled language detector', () => {
  it('reads its data from JSON and still tells languages', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import { eld } from 'eld/extrasmall'; export default eld;",
        resolveDir: fileURLToPath(new URL('../../..', import.meta.url)),
      },
      bundle: true,
      write: false,
      format: 'esm',
      plugins: [detectorData],
    });
    const code = outputFiles[0]?.text ?? '';
    expect(code).toMatch(/ngramsData = JSON\.parse\(/);
    const { default: eld } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(eld.detect('Der Bürgermeister eröffnete am Montag die neue Brücke.').language).toBe('de');
  });
});
