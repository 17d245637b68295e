import type { RunStyle } from './writer';

/** Groups whose content is no text of the document. */
export const SKIPPED = new Set(
  'fonttbl colortbl stylesheet header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr nonshppict pn wgrffmtfilter object objdata atnid atnauthor annotation background fldtype bkmkstart bkmkend pgdsctbl userprops defchp defpap filetbl'.split(
    ' ',
  ),
);
/** Properties of the document that are used; each is a group of its own. */
export const PROPERTIES = new Set(['title', 'author', 'subject', 'company', 'creatim', 'revtim']);
/** Characters that have words of their own. */
export const SIGNS: Record<string, string> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: ' ',
  emspace: ' ',
  enspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
};
export const SYMBOLS: Record<string, string> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
/** Code pages of `\fcharset` (RTF 1.9.1, font table). */
export const CHARSETS: Record<number, number> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
export const LABELS: Record<number, string> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** What a word of control does to the runs behind it. */
export const RUNS: Record<string, (on: boolean) => Partial<RunStyle>> = {
  b: (bold) => ({ bold }),
  i: (italic) => ({ italic }),
  strike: (strike) => ({ strike }),
  v: (hidden) => ({ hidden }),
  deleted: (hidden) => ({ hidden }),
  super: (on) => ({ raised: on ? 'sup' : null }),
  sub: (on) => ({ raised: on ? 'sub' : null }),
  nosupersub: () => ({ raised: null }),
  plain: () => ({ bold: false, italic: false, strike: false, raised: null, hidden: false }),
};
