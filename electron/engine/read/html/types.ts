import type { DraftBlock } from '../draft';

/** The part of the parsed document that code outside this folder works on. Lower-case tag names; never a live page. */
export interface HtmlElement {
  /** As the parser gives it: upper case for HTML elements. */
  tagName: string;
  textContent: string | null;
  parentElement: HtmlElement | null;
  children: ArrayLike<HtmlElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): ArrayLike<HtmlElement> & Iterable<HtmlElement>;
}

export interface HtmlDocument {
  documentElement: HtmlElement;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): ArrayLike<HtmlElement> & Iterable<HtmlElement>;
}

export interface HtmlOptions {
  /** Look for the article inside the page; false for a source that is an article throughout (a chapter, a letter). */
  locate: boolean;
  /** Put before every block id, so that several parts can form one article. */
  idPrefix?: string;
  /** Address the page was saved from; relative links are resolved against it. */
  baseUrl?: string;
  /** Id of the image that `src` names when its bytes came with the source, else null (it is never fetched). */
  resolveImage(src: string): string | null;
}

export interface HtmlReading {
  /** Everything visible, in source order; `evidence.located` tells what the locator chose. */
  blocks: DraftBlock[];
  document: HtmlDocument;
}

/** Parses a page and makes draft blocks of it. Never throws on bad markup. */
export type ReadHtml = (html: string, options: HtmlOptions) => HtmlReading;
