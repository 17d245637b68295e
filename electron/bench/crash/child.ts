import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { findArticles } from '../../files/folders';
import { readSourceFile } from '../../files/source-file';
import { Library } from '../../library/library';
import { asked, findingsOfText } from '../../library/test-library';
import { seededRandom } from '../seeded-random';
import type { Said } from './model';

/** Different articles; small enough that they meet each other again. */
const ARTICLES = 60;

/** Works on a library until it is killed, and says before and after each change what it is. */
export async function serveCrashing(root: string, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const one = (count: number) => Math.floor(random() * count);
  mkdirSync(join(root, 'files'), { recursive: true });
  say({ begin: [] });
  const library = open(join(root, 'library'));
  library.importer.start();
  await library.importer.settled();
  const work = [takeIn, takeIn, star, tag, date, searchSaved, search, backUp, forget];
  for (;;) await work[one(work.length)]?.(library, root, one);
}

type Work = (library: Library, root: string, one: (count: number) => number) => void | Promise<void>;

function open(folder: string): Library {
  return Library.open(
    { folder, program: 'a crash test', now: () => Date.now() },
    {
      readFile: readSourceFile,
      findFiles: async (paths) => (await findArticles(paths)).paths,
      analyse: async (source, bytes) => findingsOfText(source, new TextDecoder().decode(bytes), '1'),
      lanes: 3,
      progress: () => {},
      changed: () => {},
    },
  );
}

/** The text of article `n`; the verdict makes it again. */
export function articleText(n: number): string {
  return `Title ${n}\n${`Word${n} of many words, told by Person ${n}. `.repeat(40)}\nEntity: Person ${n}\nDay: 2015-01-${10 + (n % 18)}`;
}

export function articleId(n: number): string {
  return createHash('sha256').update(articleText(n)).digest('hex');
}

const takeIn: Work = async (library, root, one) => {
  const numbers = [...new Set(Array.from({ length: 1 + one(12) }, () => one(ARTICLES)))];
  const paths = numbers.map((n) => join(root, 'files', `${n}.txt`));
  numbers.forEach((n, at) => {
    writeFileSync(paths[at] ?? '', articleText(n));
  });
  await acknowledged(
    numbers.map((n) => ({ key: `article:${n}`, value: 'there' })),
    async () => {
      await library.importer.add(paths);
      await library.importer.settled();
    },
  );
};

const star: Work = (library, _root, one) => {
  const [n, on] = [one(ARTICLES), one(2) === 1];
  if (!library.entry(articleId(n))) return;
  return acknowledged([{ key: `star:${n}`, value: on ? 'on' : '' }], () => {
    library.change([articleId(n)], { kind: 'star', on });
  });
};

const tag: Work = (library, _root, one) => {
  const numbers = [one(ARTICLES), one(ARTICLES), one(ARTICLES)].filter((n) => library.entry(articleId(n)));
  const on = one(3) > 0;
  return acknowledged(
    [...new Set(numbers)].map((n) => ({ key: `tag:${n}`, value: on ? 'on' : '' })),
    () => {
      library.change(numbers.map(articleId), { kind: 'tag', tag: 'Tagged', on });
    },
  );
};

const date: Work = (library, _root, one) => {
  const [n, day] = [one(ARTICLES), `2015-03-${10 + one(20)}`];
  if (!library.entry(articleId(n))) return;
  return acknowledged([{ key: `date:${n}`, value: day }], () => {
    library.decide(articleId(n), { publicationDate: day });
  });
};

const searchSaved: Work = (library, _root, one) => {
  const [id, name] = [`s${one(4)}`, `name ${one(1_000)}`];
  return acknowledged([{ key: `search:${id}`, value: name }], () => {
    library.saveSearch({ id, name, search: asked('word') });
  });
};

const search: Work = (library, _root, one) => {
  library.search(asked(`word${one(ARTICLES)} OR tag:tagged`), 0, 20);
};

const backUp: Work = (library) => {
  library.backUp();
};

const forget: Work = async (library, _root, one) => {
  const n = one(ARTICLES);
  if (one(4) > 0 || !library.entry(articleId(n))) return;
  await acknowledged(
    ['article', 'star', 'tag', 'date'].map((what) => ({ key: `${what}:${n}`, value: '' })),
    async () => {
      await library.forget([articleId(n)]);
    },
  );
};

async function acknowledged(changes: readonly Said[], work: () => void | Promise<void>): Promise<void> {
  say({ begin: changes });
  await work();
  say({ done: true });
}

/** At once into the pipe: what was said is out when the next line runs. */
function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
