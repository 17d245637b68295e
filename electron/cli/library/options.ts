import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm start -- --library FOLDER COMMAND [--json]

Works on a library of articles without a window. FOLDER is made when it is not there.
  --import PATH...  takes files and folders in
  --search QUERY    prints the articles that have the words (see "Searching" in the README)
  --list            prints every article
  --export FOLDER   writes the articles' own files there, with a list of them
  --check           looks whether everything kept is sound
  --rebuild         makes the database anew from the journal and the copies of the articles
  --json            prints one JSON object
Ends with 0; with 1 when something failed or is not sound; with 2 when the command is not understood; with 3 when the
library cannot be used, for instance because Dateline has it open.
`;

export type Command =
  | { kind: 'import'; paths: string[] }
  | { kind: 'search'; text: string }
  | { kind: 'list' | 'check' | 'rebuild' }
  | { kind: 'export'; folder: string };

export interface Options {
  folder: string;
  command: Command;
  json: boolean;
}

/** Null when the command line is not understood. */
export function optionsOf(args: string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        import: { type: 'boolean', default: false },
        search: { type: 'string' },
        list: { type: 'boolean', default: false },
        export: { type: 'string' },
        check: { type: 'boolean', default: false },
        rebuild: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const paths = positionals.map((path) => resolve(path));
    const commands: Command[] = [
      ...(values.import ? [{ kind: 'import' as const, paths }] : []),
      ...(values.search !== undefined ? [{ kind: 'search' as const, text: values.search }] : []),
      ...(values.export !== undefined ? [{ kind: 'export' as const, folder: resolve(values.export) }] : []),
      ...(['list', 'check', 'rebuild'] as const).filter((kind) => values[kind]).map((kind) => ({ kind })),
    ];
    const [command, ...more] = commands;
    const takesPaths = command?.kind === 'import';
    if (!values.library || !command || more.length > 0 || takesPaths !== paths.length > 0) return null;
    return { folder: resolve(values.library), command, json: values.json };
  } catch {
    return null;
  }
}
