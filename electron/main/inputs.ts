import { libraryInputs } from '../checks/library-shapes';
import {
  flag,
  integer,
  list,
  nothing,
  oneOf,
  orNull,
  partial,
  record,
  type Shape,
  text,
} from '../checks/shape';
import {
  articleId,
  change,
  correctionScope,
  decisionFields,
  path,
  readingPlace,
  settingFields,
} from '../checks/shapes';
import { type CallName, type Calls, SHOWN_AS } from '../contract';

const job = integer(0, Number.MAX_SAFE_INTEGER);

/** Characters; an exported timeline as SVG has some 100,000. */
const LONGEST_EXPORT = 64 * 1024 * 1024;

/** What each call takes; a call without a check does not compile. */
export const inputs: { [N in CallName]: Shape<Calls[N]['input']> } = {
  'app.state': nothing,
  'app.settings': partial(settingFields),
  'app.connections': nothing,
  'files.choose': record({ folder: flag }),
  'files.expand': record({ paths: list(path, 100_000) }),
  'files.keepOpen': record({ paths: list(path, 100_000) }),
  'article.import': record({ path, job }),
  'article.open': record({ article: articleId, job, as: oneOf(SHOWN_AS) }),
  'article.cancel': record({ job }),
  'article.original': record({ article: articleId }),
  'article.decisions': record({ article: articleId }),
  'article.decide': record({ article: articleId, job, decisions: partial(decisionFields) }),
  'article.correct': record({ article: articleId, job, scope: correctionScope, change }),
  'article.undo': record({ article: articleId, job }),
  'article.redo': record({ article: articleId, job }),
  'article.withdraw': record({ article: articleId, job, correction: text(100) }),
  'article.place': record({ article: articleId, place: orNull(readingPlace) }),
  'file.save': record({
    suggestedName: text(255),
    content: text(LONGEST_EXPORT),
    kind: oneOf(['text', 'base64']),
  }),
  'article.print': record({ toPdf: flag, name: text(255) }),
  'link.open': record({ href: text(10_000) }),
  'file.show': record({ path }),
  'clipboard.write': record({ text: text(LONGEST_EXPORT) }),
  'window.shows': record({ article: orNull(articleId), analysed: flag }),
  'window.fullScreen': record({ on: orNull(flag) }),
  ...libraryInputs,
};
