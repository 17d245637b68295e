/** "organisation" as the first word of a line: "Organisation". */
export function capitalised(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('en')}${words.slice(1)}`;
}
