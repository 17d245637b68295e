import type { ArticleId } from '../../contract';

/** Which articles are being read, so that two files with the same content are not read twice at once. */
export class UnderWay {
  private readonly articles = new Map<ArticleId, { item: number; done: Promise<void>; end(): void }>();

  /** Settles when nobody reads the article; then it belongs to this item until `end`. */
  async begin(article: ArticleId, item: number): Promise<void> {
    for (let other = this.articles.get(article); other; other = this.articles.get(article)) await other.done;
    let end = () => {};
    const done = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.articles.set(article, { item, done, end });
  }

  end(item: number): void {
    for (const [article, reading] of this.articles) {
      if (reading.item !== item) continue;
      this.articles.delete(article);
      reading.end();
    }
  }
}
