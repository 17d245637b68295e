import { join } from 'node:path';

/** Where the built programs lie: this file becomes `dist/main.cjs`. */
export const programsFolder = __dirname;
export const assetsFolder = join(programsFolder, 'assets');
export const pageFolder = join(programsFolder, 'renderer');
export const samplePath = join(assetsFolder, 'samples', 'harbour-ferry.html');
