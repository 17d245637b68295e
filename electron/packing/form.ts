/** First byte of what is packed, so that another form can be told from it. */
export const FORM = 2;

/** Bytes before each part: how long it is, packed and unpacked, as unsigned 32-bit numbers, low byte first. */
export const PART_HEAD = 8;
