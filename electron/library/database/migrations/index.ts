import type { Migration } from '../migrate';
import { firstForm } from './0001-first-form';

/** In their order; the number of the last is the form that this version writes. */
export const migrations: readonly Migration[] = [firstForm];
