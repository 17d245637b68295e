import { rule, type TimeRule, wordAt } from '../rule';

/** Figures of a year beside an era: "1437 AH", "AH 1437", "Reiwa 5". */
const LONGEST_YEAR = 4;

/** Dates of other calendars, named as such: they are shown, never converted. */
export const otherCalendars: TimeRule[] = [
  rule(
    'day of another calendar',
    [
      'the? <day> of? <otherMonth> ,? <centuryYear> <era>?',
      'the? <day> of? <otherMonth>',
      '<otherMonth> <day> ,? <centuryYear> <era>?',
      '<otherMonth> <centuryYear> <era>?',
      '<otherMonth> <day>',
    ],
    ({ otherMonth }) => (otherMonth === undefined ? null : { kind: 'otherCalendar', calendar: otherMonth }),
  ),
  rule('year of another calendar', ['<era> <centuryYear>', '<centuryYear> <era>'], ({ era }, place) => {
    const isYear = place.words
      .slice(place.start, place.end)
      .some((word) => word.digits && word.text.length <= LONGEST_YEAR);
    const isGlued = place.words[place.end - 1]?.attached === true || /^[.:]$/.test(wordAt(place, place.end));
    const next = place.words[place.end];
    const goesOn = isGlued && next?.attached === true && next.digits;
    return era === undefined || !isYear || goesOn ? null : { kind: 'otherCalendar', calendar: era };
  }),
];
