import type { Migration } from '../migrate';
import { firstForm } from './0001-first-form';
import { packedAnalysis } from './0002-packed-analysis';
import { smallerRows } from './0003-smaller-rows';

/** In their order; the number of the last is the form that this version writes. */
export const migrations: readonly Migration[] = [firstForm, packedAnalysis, smallerRows];
