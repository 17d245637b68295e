import type { Decisions } from '../../contract';
import type { SourceFile } from '../stages';
import type { Draft } from './draft';

/** What a format's reader gives; `baseUrl` is the address that relative links are read against, if it is known. */
export type FormatDraft = Draft & { baseUrl: string | null };

export type FormatReader = (source: SourceFile, decisions: Decisions) => FormatDraft | Promise<FormatDraft>;
