import { seededRandom } from '../seeded-random';

/** Different people and places in a long text; the first ones come most often. */
const PEOPLE = 400;
const PLACES = 120;
const SENTENCES_EACH = 6;

const openings = ['Bel', 'Cor', 'Dal', 'Fen', 'Har', 'Kel', 'Lan', 'Mor', 'Nor', 'Pel', 'Ros', 'Tor', 'Wes'];
const endings = ['bury', 'dale', 'ford', 'ham', 'ley', 'mere', 'ner', 'sen', 'ton', 'vik', 'worth'];
const firstNames = [
  'Anna',
  'David',
  'Elena',
  'George',
  'Helen',
  'James',
  'Maria',
  'Peter',
  'Sarah',
  'Thomas',
];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'September', 'October'];
const matters = [
  'the harbour',
  'the new bridge',
  'a school',
  'the hospital',
  'the railway',
  'a water supply',
];
const doings = ['rebuild', 'close', 'survey', 'sell', 'extend', 'repair', 'inspect', 'take over'];

/**
 * An article of about `words` words, the same for the same seed: people who come again under shorter names, places,
 * dates of every kind, pronouns and quotations, about as dense as in a newspaper. No two paragraphs are alike.
 */
export function longArticle(words: number, seed = 1): string {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const one = (list: readonly string[]) => list[below(list.length)] ?? '';
  /** Small numbers come more often (Zipf's law). */
  const rare = (count: number) => Math.floor(Math.exp(random() * Math.log(count)));
  const spelt = (n: number) =>
    `${openings[n % openings.length]}${endings[Math.floor(n / openings.length) % endings.length]}`;
  const person = (n: number) => ({ first: firstNames[n % firstNames.length] ?? '', last: spelt(n * 7 + 3) });
  const place = () => `Port ${spelt(rare(PLACES) * 5)}`;
  const day = () => `${1 + below(28)} ${one(months)} ${1960 + below(60)}`;
  const sentence = (): string => {
    const { first, last } = person(rare(PEOPLE));
    const forms = [
      () => `${first} ${last} came to ${place()} on ${day()} to ${one(doings)} ${one(matters)}.`,
      () =>
        `${last} said that ${one(matters)} would cost ${2 + below(900)} million, and that he was not sure.`,
      () => `“We will ${one(doings)} ${one(matters)} next year,” she told the council of ${place()}.`,
      () => `The council had voted to ${one(doings)} it ${2 + below(9)} years earlier, after a long debate.`,
      () =>
        `In ${one(months)} ${1960 + below(60)} nobody in ${place()} spoke of anything but ${one(matters)}.`,
      () =>
        `It was a quiet ${one(['morning', 'evening', 'winter'])}, and ${below(500)} people stood at the gate.`,
      () =>
        `Ms ${last} wrote to ${place()} last Tuesday, but the letter came back with ${below(99)} marks on it.`,
    ];
    return forms[below(forms.length)]?.() ?? '';
  };
  const paragraphs: string[] = ['The long history of the harbour', 'Published: 12 March 2024'];
  for (let count = 0; count < words; ) {
    const paragraph = Array.from({ length: SENTENCES_EACH }, sentence).join(' ');
    paragraphs.push(`${paragraph} It was entry ${paragraphs.length}.`);
    count += paragraph.split(' ').length + 4;
  }
  return paragraphs.join('\n\n');
}
