import type { CallName, Calls } from '../contract';
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
} from '../library/shape';
import { change, choiceFields, correctionScope, hash, path, place, settingFields } from '../library/shapes';

const job = integer(0, Number.MAX_SAFE_INTEGER);

/** Characters; an exported timeline as SVG has some 100,000. */
const LONGEST_EXPORT = 64 * 1024 * 1024;

/** What each call takes; a call without a check does not compile. */
export const inputs: { [N in CallName]: Shape<Calls[N]['input']> } = {
  'app.state': nothing,
  'app.settings': partial(settingFields),
  'app.connections': nothing,
  'files.choose': record({ folder: flag }),
  'files.expand': record({ paths: list(path, 10_000) }),
  'article.open': record({ path, job }),
  'article.cancel': record({ job }),
  'article.choices': record({ hash }),
  'article.choose': record({ path, job, choices: partial(choiceFields) }),
  'article.correct': record({ path, job, scope: correctionScope, change }),
  'article.undo': record({ path, job }),
  'article.place': record({ hash, place: orNull(place) }),
  'file.save': record({
    suggestedName: text(255),
    content: text(LONGEST_EXPORT),
    kind: oneOf('text', 'base64'),
  }),
  'article.print': record({ toPdf: flag }),
  'link.open': record({ href: text(10_000) }),
  'file.show': record({ path }),
  'clipboard.write': record({ text: text(LONGEST_EXPORT) }),
  'window.fullScreen': record({ on: orNull(flag) }),
};
