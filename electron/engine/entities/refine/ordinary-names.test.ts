import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../../cli/assets';
import type { LanguagePipeline } from '../../language/document';
import { createPipeline } from '../../language/pipeline';
import { FINE_TAGS } from '../encoder/fine-tags';
import { type TaggerInput, taggerInput } from '../features';
import { spanText } from '../merge/forms';
import { type NameSpan, OTHER_TYPES } from '../name-span';
import { CLASSES, type NameClass } from '../statistics';
import { documentWords } from '../words';
import { dropPartyStates, typeBracketedAcronyms, typeStateLetters } from './acronyms';
import { cutPossessives } from './boundaries';
import { completeCapitals } from './capitals';
import { joinContinued } from './continued';
import { dropCredits } from './credits';
import { decideByDocument } from './document';
import { dropDoubtful } from './doubtful';
import { dropCode, dropCountedLetters, dropLabels } from './no-names';
import { tieShortBodies } from './short-bodies';

let pipeline: LanguagePipeline;
beforeAll(() => {
  const { languageModel, languageKernel } = loadEngineAssets();
  pipeline = createPipeline(languageModel, languageKernel);
});

/** As if the encoder had been asked about every word and were of two minds: even odds that each is a name. */
function article(text: string): TaggerInput {
  const parsed = pipeline.parseAll([text])[0]!;
  const document = documentWords([{ id: 'b1', kind: 'paragraph', parsed }]);
  const values = new Float32Array(document.words.length * FINE_TAGS).fill(Math.log(0.5 / (FINE_TAGS - 1)));
  for (let i = 0; i < document.words.length; i++) values[i * FINE_TAGS] = Math.log(0.49);
  return taggerInput(document, { rowOf: Int32Array.from(document.words, (_, i) => i), values });
}

/** Every occurrence of the words as a name of this class; `sure` is the class's share, the rest is for the others. */
function names(input: TaggerInput, name: string, type: NameClass, sure = 0.4): NameSpan[] {
  const { words } = input.document;
  const spans: NameSpan[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let end = first + 1; end <= Math.min(words.length, first + 5); end++) {
      if (spanText(words, { first, end, type }) !== name) continue;
      const fit = CLASSES.map((c) => Math.log(c === type ? sure : (1 - sure) / 3));
      spans.push({
        first,
        end,
        type,
        fit,
        otherFit: OTHER_TYPES.map(() => Math.log(1 / OTHER_TYPES.length)),
      });
    }
  }
  if (spans.length === 0) throw new Error(`"${name}" is not in the text`);
  return spans;
}

const inOrder = (...lists: NameSpan[][]): NameSpan[] => lists.flat().sort((a, b) => a.first - b.first);
const shown = (input: TaggerInput, spans: readonly NameSpan[]): string[] =>
  spans.map((span) => `${spanText(input.document.words, span)} ${span.type}`);

describe('what is no name', () => {
  it('drops words of a program, also where they stand without brackets', () => {
    const input = article('Call fmt.Printf("x") or stringAppend() in Berlin. The stringAppend way is old.');
    const spans = inOrder(names(input, 'stringAppend', 'MISC'), names(input, 'Berlin', 'LOC'));
    expect(shown(input, dropCode(spans, input))).toEqual(['Berlin LOC']);
  });

  it('drops a hashtag and keeps the same word elsewhere', () => {
    const input = article('We drank Arrowhead on the way. #Arrowhead');
    expect(shown(input, dropCode(names(input, 'Arrowhead', 'MISC'), input))).toEqual(['Arrowhead MISC']);
  });

  it('drops letters that the article counts, and keeps letters that it does not', () => {
    const input = article('An EV is quiet. Most EVs are heavy. He joined AMD. A new EV came.');
    const spans = inOrder(names(input, 'EV', 'ORG'), names(input, 'AMD', 'ORG'));
    expect(shown(input, dropCountedLetters(spans, input))).toEqual(['AMD ORG']);
  });

  it('drops who took a picture and who sells it, and keeps who is in the story', () => {
    const input = article('Getty Images sued over it in Oslo. (Photo by John Smith / Getty Images)');
    const spans = inOrder(
      names(input, 'Getty Images', 'ORG'),
      names(input, 'Oslo', 'LOC'),
      names(input, 'John Smith', 'PER'),
    );
    expect(shown(input, dropCredits(spans, input))).toEqual(['Getty Images ORG', 'Oslo LOC']);
  });

  it('drops a word that only numbers follow', () => {
    const input = article('Figure 1 shows Oslo. See Figure 2 for Oslo in 2020. Oslo grows.');
    const spans = inOrder(names(input, 'Figure', 'MISC'), names(input, 'Oslo', 'LOC'));
    expect(shown(input, dropLabels(spans, input))).toEqual(['Oslo LOC', 'Oslo LOC', 'Oslo LOC']);
  });

  it('drops a spelling that the article also writes small', () => {
    const input = article(
      'Choose Tier 1 or Tier 2. Each tier costs more than the tier below it. Use Workzone.',
    );
    const spans = inOrder(names(input, 'Tier 1', 'MISC'), names(input, 'Workzone', 'MISC'));
    expect(shown(input, dropDoubtful(spans, input))).toEqual(['Workzone MISC']);
  });
});

describe('letters', () => {
  it('are a technical term where the article spells them out behind a colon', () => {
    const input = article('PPC: Pay-per-click advertising. With PPC you pay Google.');
    expect(shown(input, typeBracketedAcronyms(names(input, 'PPC', 'MISC'), input))).toEqual([]);
  });

  it('behind a place and a comma are a place', () => {
    const input = article('They met in Atlanta, GA on Monday, and EY paid.');
    const spans = inOrder(
      names(input, 'Atlanta', 'LOC'),
      names(input, 'GA', 'ORG'),
      names(input, 'EY', 'ORG'),
    );
    expect(shown(input, typeStateLetters(spans, input))).toEqual(['Atlanta LOC', 'GA LOC', 'EY ORG']);
  });

  it('of a party and a state name nobody, also when cut in three', () => {
    const input = article('He wrote to Rep. Ilhan Omar, D-Minn., in March. The D-Day landings came later.');
    const spans = inOrder(names(input, 'D-Minn.', 'PER'), names(input, 'D-Day', 'MISC'));
    expect(shown(input, dropPartyStates(spans, input))).toEqual(['D-Day MISC']);
  });
});

describe('the end of a name', () => {
  it('is before the possessive of somebody whom the article names alone', () => {
    const input = article(
      "Police in Forest Hill searched Forest Hill's hotel. Braun left. Braun's Ithaca Holdings bought McDonald's.",
    );
    const spans = inOrder(
      names(input, 'Forest Hill', 'LOC').slice(0, 1),
      names(input, "Forest Hill's", 'LOC'),
      names(input, 'Braun', 'PER').slice(0, 1),
      names(input, "Braun's Ithaca Holdings", 'ORG'),
      names(input, "McDonald's", 'ORG'),
    );
    expect(shown(input, cutPossessives(spans, input))).toEqual([
      'Forest Hill LOC',
      'Forest Hill LOC',
      'Braun PER',
      'Braun ORG',
      'Ithaca Holdings ORG',
      "McDonald's ORG",
    ]);
  });

  it('is behind the words that always follow it', () => {
    const input = article(
      "We ate at Murray's Pizza and Wine. Chefs love it. Nobody left Murray's Pizza and Wine.",
    );
    expect(shown(input, joinContinued(names(input, 'Murray', 'PER'), input))).toEqual([
      "Murray's Pizza and Wine ORG",
      "Murray's Pizza and Wine ORG",
    ]);
  });

  it('is before them where the name also stands alone, or they are a known name', () => {
    const input = article(
      "Murray's Pizza opened. Murray's Pizza closed. We met Murray. Ito of Japan won. Ito of Japan left.",
    );
    const spans = inOrder(
      names(input, 'Murray', 'PER'),
      names(input, 'Ito', 'PER'),
      names(input, 'Japan', 'LOC'),
    );
    expect(joinContinued(spans, input)).toEqual(spans);
  });

  it('takes in the word with a capital behind it in running text', () => {
    const input = article('You can publish directly to Google Ads Manager to reach more people.');
    expect(shown(input, completeCapitals(names(input, 'Google Ads', 'MISC'), input))).toEqual([
      'Google Ads Manager MISC',
    ]);
  });

  it('leaves an office behind it and the next sentence alone', () => {
    const input = article('They met at Windows Chairman Bill Gates. We use Windows. Microsoft makes it.');
    expect(shown(input, completeCapitals(names(input, 'Windows', 'MISC'), input))).toEqual([
      'Windows MISC',
      'Windows MISC',
    ]);
  });
});

describe('the type of a name', () => {
  it('follows its last word', () => {
    const input = article('They met at Bush Avenue and later joined the Liquid Initiative again.');
    const spans = inOrder(names(input, 'Bush Avenue', 'MISC'), names(input, 'Liquid Initiative', 'MISC'));
    expect(shown(input, decideByDocument(spans, input))).toEqual([
      'Bush Avenue LOC',
      'Liquid Initiative ORG',
    ]);
  });

  it('is a work between quotation marks', () => {
    const input = article('She sang “Tortured Poets Song” to us.');
    const decided = decideByDocument(names(input, 'Tortured Poets Song', 'ORG'), input);
    expect(shown(input, decided)).toEqual(['Tortured Poets Song MISC']);
    const fit = decided[0]!.otherFit!;
    expect(OTHER_TYPES[fit.indexOf(Math.max(...fit))]).toBe('WRK');
  });

  it('follows the noun beside it', () => {
    const input = article('The giant Alibaba rose. They left the Rukban camp. We like the Moxie app.');
    const spans = inOrder(
      names(input, 'Alibaba', 'PER', 0.5),
      names(input, 'Rukban', 'PER', 0.5),
      names(input, 'Moxie', 'PER', 0.5),
    );
    expect(shown(input, decideByDocument(spans, input))).toEqual(['Alibaba ORG', 'Rukban LOC', 'Moxie MISC']);
  });

  it('follows the noun that says what it is, and is no person behind an article', () => {
    const input = article(
      'The Grey Heron, a battery ship built in Bergen, left. Ida Holm, a company director, left.',
    );
    const spans = inOrder(names(input, 'Grey Heron', 'PER', 0.7), names(input, 'Ida Holm', 'PER', 0.7));
    const decided = decideByDocument(spans, input);
    expect(shown(input, decided)).toEqual(['Grey Heron MISC', 'Ida Holm PER']);
    const fit = decided[0]!.otherFit!;
    expect(OTHER_TYPES[fit.indexOf(Math.max(...fit))]).toBe('PRO');
  });

  it('of a short name is that of the body it opens, unless it is known or a surname', () => {
    const input = article(
      'The Carlyle Group and Carlyle agreed with Anna Berg, the Berg Company, Berg, the Washington Post and Washington.',
    );
    const spans = inOrder(
      names(input, 'Carlyle Group', 'ORG'),
      names(input, 'Carlyle', 'PER').slice(1),
      names(input, 'Anna Berg', 'PER'),
      names(input, 'Berg Company', 'ORG'),
      names(input, 'Berg', 'PER').slice(2),
      names(input, 'Washington Post', 'ORG'),
      names(input, 'Washington', 'LOC').slice(1),
    );
    expect(shown(input, tieShortBodies(spans, input))).toEqual([
      'Carlyle Group ORG',
      'Carlyle ORG',
      'Anna Berg PER',
      'Berg Company ORG',
      'Berg PER',
      'Washington Post ORG',
      'Washington LOC',
    ]);
  });

  it('is that of the sure names in the same list', () => {
    const text = 'They drove for Uber and Lyft last year.';
    const input = article(text);
    const uber = names(input, 'Uber', 'ORG', 0.97);
    const lyft = names(input, 'Lyft', 'LOC', 0.3);
    expect(shown(input, decideByDocument(inOrder(uber, lyft), input))[1]).toBe('Lyft ORG');
    expect(shown(input, decideByDocument(lyft, input))[0]).not.toBe('Lyft ORG');
  });
});
