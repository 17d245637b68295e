import { startVirtualDisplay } from '../electron/build/display.mjs';
import { ensureBuild, ensureMachine } from '../electron/build/setup.mjs';
import { keepTemporaryFilesTogether } from '../electron/build/temporary-folder.mjs';

/** Room for the window at its first size and for larger ones that tests ask for. */
const screen = { width: 1600, height: 1000 };

/** Makes runtime and build ready, and on Linux gives the tests a screen of their own. Returns the clearing-up. */
export default async function prepare(): Promise<() => void> {
  await ensureMachine({ virtualDisplay: process.platform === 'linux' });
  await ensureBuild();
  const removeTemporaryFiles = keepTemporaryFilesTogether();
  if (process.platform !== 'linux') return removeTemporaryFiles;
  const display = await startVirtualDisplay(screen);
  Object.assign(process.env, display.env);
  delete process.env.WAYLAND_DISPLAY;
  return () => {
    display.stop();
    removeTemporaryFiles();
  };
}
