import type { Alias } from '../../contract';
import titles from '../data/titles.json';
import type { Form } from './merge/forms';
import { spanText } from './merge/forms';
import { countriesNamed, countryName } from './merge/known-names';
import type { Group } from './merge/merge';
import { KIND_OF_PLACE } from './merge/places-organisations';
import { nameKey } from './name-key';
import type { NameSpan } from './name-span';
import type { Word } from './words';

const HONORIFICS = new Set(titles.honorifics);

/** The fullest good name: a country's usual one, a person's longest, otherwise spelled out rather than an acronym. */
export function chooseName(group: Group): string {
  const counts = new Map<Form, number>();
  for (const { form } of group.mentions) counts.set(form, (counts.get(form) ?? 0) + 1);
  const forms = [...counts.keys()];
  const usual = forms.find((form) =>
    countriesNamed(form.key).some((row) => nameKey(countryName(row)) === form.key),
  );
  if (usual) return withoutArticle(usual.text);
  const best = forms.sort((a, b) => fullness(b) - fullness(a) || counts.get(b)! - counts.get(a)!)[0]!;
  const titled = group.apart && best.parts.length === 1 ? forms.find((form) => form.title) : undefined;
  if (titled) return `${titled.title!.text} ${titled.text}`;
  return withoutArticle(best.text);
}

const withoutArticle = (name: string): string => name.replace(/^the\s+(?=\p{Lu})/iu, '');

/** Words that are spelled out count; more of them make a fuller name. Metonyms and acronyms are one word. */
function fullness({ parts, text, type }: Form): number {
  const spelled = /\p{Ll}/u.test(text) ? 1 : 0;
  const initials = parts.filter((part) => part.length === 1).length;
  const kind = KIND_OF_PLACE.test(parts.join(' ')) ? 3 : 0;
  const words = type === 'PER' ? parts.length : Math.min(parts.length, 6) - kind;
  return words * 2 + spelled - initials;
}

/** The forms as the text has them, with the honorific before or the "group" behind, other than `name`. */
export function listAliases(
  group: Group,
  name: string,
  spans: readonly NameSpan[],
  words: readonly Word[],
): Alias[] {
  const aliases = new Map<string, Alias>();
  for (const { mention, form, reason } of group.mentions) {
    const span = spans[mention]!;
    const text = spanText(words, span);
    const spelling = nameKey(text) === form.key && !/^[@#]/.test(text) ? form.text : text;
    const shown = withoutArticle(spelling);
    const dressed = dressedName(shown, form, span, words);
    if (dressed.name === name) continue;
    const alias = aliases.get(dressed.name);
    if (alias) alias.count++;
    else {
      const reasons = [shown === name ? '' : reason, dressed.reason].filter(Boolean);
      aliases.set(dressed.name, { name: dressed.name, reason: reasons.join(', '), count: 1 });
    }
  }
  return [...aliases.values()].sort((a, b) => b.count - a.count);
}

/** The name with what belongs to this way of naming: "Mr Assad", "#Syria", "Islamic State group". */
function dressedName(
  text: string,
  form: Form,
  span: NameSpan,
  words: readonly Word[],
): { name: string; reason: string } {
  const before = words[span.first - 1];
  const after = words[span.end];
  const sameBlock = before?.block === words[span.first]!.block;
  const isTitled = sameBlock && !/\s/.test(form.text) && span.type === 'PER';
  if (isTitled && HONORIFICS.has(before.lexeme.lower) && before.lexeme.capitalised) {
    return { name: `${before.lexeme.text} ${text}`, reason: 'title' };
  }
  if (
    sameBlock &&
    !words[span.first]!.spaceBefore &&
    (before.lexeme.text === '#' || before.lexeme.text === '@')
  ) {
    return { name: before.lexeme.text + text, reason: before.lexeme.text === '#' ? 'hashtag' : 'handle' };
  }
  if (span.type === 'ORG' && after?.lexeme.lower === 'group' && after.block === words[span.first]!.block) {
    return { name: `${text} ${after.lexeme.text}`, reason: 'called a group' };
  }
  return { name: text, reason: '' };
}
