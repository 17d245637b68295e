import { eld } from 'eld/extrasmall';
import type { LanguageSupport } from '../../contract';

/** What a text is written in. */
export interface IdentifiedLanguage {
  /** BCP 47, primary subtag only ("en", "pt"). */
  language: string;
  /** Share of the samples, 0 to 1, that were clearly in this language. */
  confidence: number;
}

/** The detector looks at the first 350 bytes of what it is given. */
const SAMPLE_LENGTH = 340;
const MOST_SAMPLES = 8;
/** Below this a text is taken for English: analysing a doubtful one harms less than refusing it. */
const SURE_ENOUGH = 0.5;
/** Letters; a shorter text in Latin letters, such as a note of one sentence, is not enough to refuse it as another language. */
const ENOUGH_LETTERS = 120;

/** Pieces spread evenly over the text, all of it when it is short. */
function samplesOf(text: string): string[] {
  const count = Math.min(MOST_SAMPLES, Math.ceil(text.length / SAMPLE_LENGTH));
  const step = count > 1 ? (text.length - SAMPLE_LENGTH) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) => {
    const start = Math.round(i * step);
    return text.slice(start, start + SAMPLE_LENGTH);
  });
}

/** Language of most of the text, judged by letter sequences of samples; null when there are too few words to tell. */
export function identifyLanguage(text: string): IdentifiedLanguage | null {
  const samples = samplesOf(text);
  const votes = new Map<string, { all: number; reliable: number }>();
  for (const sample of samples) {
    const result = eld.detect(sample);
    if (result.language === '') continue;
    const { all, reliable } = votes.get(result.language) ?? { all: 0, reliable: 0 };
    votes.set(result.language, { all: all + 1, reliable: reliable + (result.isReliable() ? 1 : 0) });
  }
  const [best] = [...votes].sort(([, a], [, b]) => b.reliable - a.reliable || b.all - a.all);
  return best ? { language: best[0], confidence: best[1].reliable / samples.length } : null;
}

/** Whether names and times can be looked for: the analysis covers English for now. */
export function languageSupport(text: string): LanguageSupport {
  if (isShortLatin(text)) return { state: 'supported' };
  const found = identifyLanguage(text);
  return found === null || found.language === 'en' || found.confidence < SURE_ENOUGH
    ? { state: 'supported' }
    : { state: 'unsupported', language: found.language };
}

function isShortLatin(text: string): boolean {
  if (text.length >= ENOUGH_LETTERS * 4) return false;
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length < ENOUGH_LETTERS && letters.every((letter) => /\p{Script=Latin}/u.test(letter));
}
