import { samplePath } from './state/app';
import { openFiles, openFound } from './state/article';
import { ask } from './state/bridge';

/** The window with no article: what it is for, and two ways to begin. */
export function Welcome() {
  const open = async () => {
    await openFound(await ask('files.choose', { folder: false }));
  };
  return (
    <main class="welcome" aria-label="Welcome">
      <h1>Read what you saved, and know what it says when.</h1>
      <p>
        Open an article from your disk, or drop files here: web pages, plain text, Markdown, EPUB, PDF, Word.
        Nothing leaves this machine.
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void open()}>
          Open articles…
        </button>
        <button type="button" onClick={() => void openFiles([samplePath.value])}>
          Try the sample article
        </button>
      </div>
    </main>
  );
}
