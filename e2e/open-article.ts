import type { Page } from 'playwright';
import type { Analysis, AppError, Article, Packed } from '../electron/contract';
import { unpack } from '../electron/packing/unpack';

export interface Opened {
  article: Article;
  analysis: Analysis;
}

/** Opens a file by the calls that the window itself makes, without showing it. Gives the error instead when one came. */
export async function openArticle(page: Page, path: string, job: number): Promise<Opened | AppError> {
  const opened = await page.evaluate(
    async ([file, number]) => {
      let article: Packed<Article> | undefined;
      const stop = window.dateline.on('job.article', (notice) => {
        if (notice.job === number) article = notice.article;
      });
      try {
        const imported = await window.dateline.call('article.import', { path: file, job: number });
        if (!imported.ok) return imported.error;
        const opened = await window.dateline.call('article.open', {
          article: imported.value,
          job: number,
          as: 'best',
        });
        if (!opened.ok) return opened.error;
        if (!article) throw new Error('The article did not come before its analysis.');
        return { article, bytes: opened.value };
      } finally {
        stop();
      }
    },
    [path, job] as const,
  );
  return 'code' in opened
    ? opened
    : { article: unpack<Article>(opened.article), analysis: unpack<Analysis>(opened.bytes) };
}
