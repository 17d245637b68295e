import { createPredictor } from '../cli/predict/statements';
import { folderIn, scoreBoth, shown } from './spoken';

/** Who says what: content by overlap with the right speaker, ours beside the baseline of the data folder. */
export async function run(args: string[]): Promise<void> {
  const predict = await createPredictor(args);
  for (const set of ['polnear.dev', 'polnear.train100']) {
    const { ours, baseline } = await scoreBoth(folderIn(args, 'statements'), set, predict);
    for (const kind of ['all', 'direct', 'indirect', 'mixed']) {
      const line = `ours ${shown(ours, kind, 'both')}   baseline ${shown(baseline, kind, 'both')}`;
      console.log(`statements ${set.padEnd(17)} ${kind.padEnd(9)} ${line}`);
    }
  }
}
