/** Words that no headline begins with: what they point at or join stands outside it. */
const BAD_START =
  /^(?:and|but|or|nor|yet|that|which|who|whom|whose|because|although|though|while|whereas|if|unless|than|as well|to|of|with|from|what|where|why|how|whether|so that|since and|where|when)\b/i;
/** Words that leave open what would follow. */
const BAD_END =
  /(?:^|\s)(?:and|but|or|nor|the|a|an|of|to|at|by|for|with|from|into|onto|between|among|until|till|since|during|throughout|than|as|if|when|while|where|which|who|whom|that|because|its|his|her|their|our|your|my|is|are|was|were|be|been|being|am|has|have|had|will|would|shall|should|can|could|may|might|must|not|very|so|such|both|either|neither|this|these|those|said that|including|starting|beginning|according|based|due|known|called|named|that|there|more|most|less|how|sometime|some time)$/i;

/** Words that no whole sentence begins with either; "Although it rained, they played" does. */
const TORN_START = /^(?:and|but|or|nor|yet|which|who|whom|whose|than|as well)\b/i;

/** Whether a headline can stand alone: enough words, no dangling one at either end, no torn quotation. */
export function isWholeHeadline(text: string): boolean {
  return !BAD_START.test(bareText(text)) && isUntorn(text);
}

/** The same for a sentence shown up to its own end, which may open with a clause of its own. */
export function isWholeSentence(text: string): boolean {
  return isUntorn(text) && (/,/.test(text) ? !TORN_START.test(bareText(text)) : isWholeHeadline(text));
}

function bareText(text: string): string {
  return text.replace(/^["“‘'(]+|["”’')]+$/g, '');
}

function isUntorn(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
  if (words.length < 2 || /“\s*”|"\s*"/.test(text)) return false;
  const bare = bareText(text);
  return !BAD_END.test(bare) && !/[,;:]\s*$/.test(bare) && !/,\s*(?:and|but|or)\s*$/.test(bare);
}
