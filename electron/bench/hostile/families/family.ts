/** A kind of heavy file, made at any size. */
export interface Family {
  name: string;
  /** File name ending, with its dot. */
  ending: string;
  /** Repetitions at which it once stopped or crashed the app. */
  size: number;
  /** Growth is measured over doublings that end here; where `size` is far beyond a bound of reading. */
  growth?: number;
  /** @param count repetitions; the file's length grows in proportion */
  make(count: number): Uint8Array;
}

const encoder = new TextEncoder();

/** A family whose files are text. */
export function textFamily(
  ending: string,
  name: string,
  size: number,
  write: (count: number) => string,
  growth?: number,
): Family {
  return {
    name,
    ending,
    size,
    ...(growth !== undefined && { growth }),
    make: (count) => encoder.encode(write(count)),
  };
}

export function numbered(count: number, write: (index: number) => string, between = ''): string {
  return Array.from({ length: count }, (_, index) => write(index)).join(between);
}
