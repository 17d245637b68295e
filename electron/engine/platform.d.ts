/** The few globals of every JavaScript platform that the engine uses; no Node and no browser types are at hand. */

interface ParsedUrl {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
}

declare const URL: {
  new (url: string, base?: string): ParsedUrl;
  canParse(url: string, base?: string): boolean;
};
