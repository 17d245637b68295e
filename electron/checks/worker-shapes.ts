import type { PackedAnalysis } from '../contract';
import { bytes, list, record, text } from './shape';

/** Bytes; the findings of 200,000 words have a hundredth of it. */
const LARGEST_ANALYSIS = 256 * 1024 * 1024;

/** The engine's process reads files from anywhere, so what it answers is checked, too; nothing is unpacked for it. */
export const packedAnalysis = record<PackedAnalysis>({
  engineVersion: text(100),
  article: text(64),
  unapplied: list(text(100), 100_000),
  bytes: bytes(LARGEST_ANALYSIS),
});
