import type { TokenizerAndRendererExtension } from 'marked';

/** Footnotes as GitHub, Pandoc and others write them: `word[^1]` and `[^1]: text`, further lines indented. */
const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/;
const REFERENCE = /^\[\^([^\]\s]{1,60})\]/;
const FENCE = /^ {0,3}(?:```|~~~)/;
const INDENTED = /^(?: {2,}|\t)/;

export interface NoteReferenceToken {
  type: 'noteReference';
  raw: string;
  label: string;
}

/** No `start`: text ends before every bracket anyway, and a search for the next one at each word would be quadratic. */
export const noteReference: TokenizerAndRendererExtension = {
  name: 'noteReference',
  level: 'inline',
  tokenizer(source: string) {
    const match = REFERENCE.exec(source);
    return match ? { type: 'noteReference', raw: match[0], label: match[1] ?? '' } : undefined;
  },
};

export interface NoteDefinition {
  label: string;
  source: string;
}

/** Takes the definitions of footnotes out of a text; the first of a label counts. */
export function takeNotes(source: string): { body: string; notes: NoteDefinition[] } {
  const body: string[] = [];
  const notes = new Map<string, string[]>();
  let open: string[] | null = null;
  let fenced = false;
  for (const line of source.split('\n')) {
    if (FENCE.test(line)) fenced = !fenced;
    const definition = fenced ? null : DEFINITION.exec(line);
    if (definition) {
      open = [definition[2] ?? ''];
      if (!notes.has(definition[1] ?? '')) notes.set(definition[1] ?? '', open);
    } else if (open && goesOn(line, open)) open.push(line.replace(INDENTED, ''));
    else {
      open = null;
      body.push(line);
    }
  }
  return {
    body: body.join('\n'),
    notes: [...notes].map(([label, lines]) => ({ label, source: lines.join('\n').trim() })),
  };
}

/** An indented line always belongs to the note, any other only when it follows without a blank line. */
function goesOn(line: string, note: readonly string[]): boolean {
  return line.trim() === '' || INDENTED.test(line) || (note.at(-1) ?? '').trim() !== '';
}
