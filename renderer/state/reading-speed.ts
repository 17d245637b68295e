/** Words a minute of an adult reading English non-fiction silently (Brysbaert 2019). */
export const WORDS_A_MINUTE = 238;
