import { EngineError } from '../errors';

/** Texts that are written for programs. They can be opened as plain text when a person asks for that. */
const BY_ENDING: Record<string, string> = {
  tex: 'the source of a LaTeX document',
  ltx: 'the source of a LaTeX document',
  bib: 'a list of references for LaTeX',
  json: 'data in JSON form',
  jsonl: 'data in JSON form',
  ndjson: 'data in JSON form',
  yaml: 'data in YAML form',
  yml: 'data in YAML form',
  toml: 'settings of a program',
  ini: 'settings of a program',
  css: 'a style sheet',
  scss: 'a style sheet',
  js: 'a program (JavaScript)',
  mjs: 'a program (JavaScript)',
  cjs: 'a program (JavaScript)',
  jsx: 'a program (JavaScript)',
  ts: 'a program (TypeScript)',
  tsx: 'a program (TypeScript)',
  py: 'a program (Python)',
  rb: 'a program (Ruby)',
  pl: 'a program (Perl)',
  php: 'a program (PHP)',
  java: 'a program (Java)',
  kt: 'a program (Kotlin)',
  go: 'a program (Go)',
  rs: 'a program (Rust)',
  c: 'a program (C)',
  h: 'a program (C)',
  cc: 'a program (C++)',
  cpp: 'a program (C++)',
  hpp: 'a program (C++)',
  cs: 'a program (C#)',
  swift: 'a program (Swift)',
  lua: 'a program (Lua)',
  r: 'a program (R)',
  sh: 'a program (shell script)',
  bat: 'a program (batch file)',
  ps1: 'a program (PowerShell)',
  sql: 'a program (SQL)',
  svg: 'a drawing (SVG)',
  opml: 'a list of feeds (OPML)',
  ics: 'a calendar',
  vcf: 'a list of addresses',
};

function notAnArticle(what: string): EngineError {
  return new EngineError(
    'file-binary',
    `The file is ${what}, not an article.`,
    'Choose an article, or open the file as plain text to see what is in it.',
  );
}

/** The refusal of a text that is no article by its name, or null. */
export function refusedByEnding(ending: string): EngineError | null {
  const what = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
  return what === undefined ? null : notAnArticle(what);
}

const LATEX = /^(?:\s{0,200}%[^\n]{0,400}\n){0,40}\s{0,200}\\document(?:class|style)\b/;
const JSON_START = /^\s{0,200}(?:\{\s{0,200}"(?:[^"\\\n]|\\.){0,200}"\s{0,20}:|\[\s{0,200}[[{"])/;

/** The refusal of a text that is no article by how it begins, or null. */
export function refusedByContent(probe: string): EngineError | null {
  if (LATEX.test(probe)) return notAnArticle('the source of a LaTeX document');
  return JSON_START.test(probe) ? notAnArticle('data in JSON form') : null;
}

/** The refusal of XML that no reader knows. */
export function refusedXml(root: string): EngineError {
  const known: Record<string, string> = {
    svg: 'a drawing (SVG)',
    opml: 'a list of feeds (OPML)',
    plist: 'a property list',
    urlset: 'a list of a site’s addresses',
    sitemapindex: 'a list of a site’s addresses',
    kml: 'a map (KML)',
    gpx: 'a route (GPX)',
    'xsl:stylesheet': 'a program (XSLT)',
  };
  return notAnArticle(
    (Object.hasOwn(known, root) ? known[root] : undefined) ?? `data in XML form (“${root}”)`,
  );
}

const OFFICE_KINDS: [RegExp, string][] = [
  [/spreadsheet|^xl\//, 'a spreadsheet'],
  [/presentation|^ppt\//, 'a presentation'],
  [/graphics|image/, 'a drawing'],
  [/formula/, 'a formula'],
];

/** The refusal of an archive that holds no article. @param marks names of its entries, and what it says it is */
export function refusedArchive(marks: readonly string[]): EngineError {
  const kind = OFFICE_KINDS.find(([pattern]) => marks.some((mark) => pattern.test(mark)))?.[1];
  if (kind) return notAnArticle(kind);
  return new EngineError(
    'file-binary',
    'The file is a ZIP archive, and none that holds one article.',
    'Unpack the archive and open a file that was in it.',
  );
}
