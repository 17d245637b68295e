const BULLET = /^(?:[•‣▪◦●○■□–—*·-]|\(?(\d{1,3})[.)])\s{1,8}(?=\S)/;

export interface Bullet {
  /** Length of the marker with the space behind it. */
  length: number;
  number: number | null;
}

export function bulletOf(text: string): Bullet | null {
  const match = BULLET.exec(text);
  return match && { length: match[0].length, number: match[1] ? Number(match[1]) : null };
}
