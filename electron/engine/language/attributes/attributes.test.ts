import { describe, expect, it } from 'vitest';
import { loadEngineAssets } from '../../../cli/assets';
import { type AttributeRule, readModelFile } from '../model-file';
import { AttributeRuler } from './attribute-ruler';
import { Lemmatizer } from './lemmatizer';

const file = readModelFile(loadEngineAssets().languageModel);

const token = (lower: string, tag: string, dep = 'dep', isSpace = false) => ({ lower, tag, dep, isSpace });

describe('the attribute rules', () => {
  const ruler = new AttributeRuler(file.tables.attributeRules);

  it('give parts of speech and features from tag, word and dependency', () => {
    const [verb, auxiliary, that, blank] = ruler.apply([
      token('met', 'VBD', 'ROOT'),
      token('has', 'VBZ', 'aux'),
      token('that', 'IN', 'mark'),
      token('\n', '_SP', 'ROOT', true),
    ]);
    expect(verb).toMatchObject({ pos: 'VERB', morph: 'Tense=Past|VerbForm=Fin' });
    expect(auxiliary?.pos).toBe('AUX');
    expect(that?.pos).toBe('SCONJ');
    expect(blank).toMatchObject({ pos: 'SPACE', tag: '_SP', dep: 'dep', morph: '' });
  });

  it('look at neighbours', () => {
    const lemmas = ruler.apply([token('gon', 'VBG'), token('na', 'TO'), token('na', 'NN')]);
    expect(lemmas.map(({ lemma }) => lemma)).toEqual(['go', 'to', null]);
  });

  it('apply in order, later ones over earlier ones, on the values from before', () => {
    const rule = (spec: AttributeRule['patterns'][0][0], attrs: Record<string, string>): AttributeRule => ({
      patterns: [[spec]],
      attrs,
      index: 0,
    });
    const own = new AttributeRuler([
      rule({ TAG: 'NN' }, { POS: 'NOUN', TAG: 'XX' }),
      rule({ TAG: 'XX' }, { POS: 'X' }),
      rule({ TAG: { NOT_IN: ['VB'] } }, { MORPH: 'b=1|A=2' }),
    ]);
    expect(own.apply([token('x', 'NN')])[0]).toMatchObject({ pos: 'NOUN', tag: 'XX', morph: 'A=2|b=1' });
  });

  it('are refused when they ask for something unknown', () => {
    const rule = { patterns: [[{ SHAPE: 'Xx' }]], attrs: {}, index: 0 };
    expect(() => new AttributeRuler([rule])).toThrow('SHAPE');
  });
});

describe('the lemmatizer', () => {
  const lemmatizer = new Lemmatizer(file);

  it.each([
    ['bridges', 'NOUN', 'Number=Plur', 'bridge'],
    ['children', 'NOUN', 'Number=Plur', 'child'],
    ['Bridge', 'NOUN', 'Number=Sing', 'bridge'],
    ['ran', 'VERB', 'Tense=Past|VerbForm=Fin', 'run'],
    ['reopened', 'VERB', 'Tense=Past|VerbForm=Fin', 'reopen'],
    ['better', 'ADJ', 'Degree=Cmp', 'well'],
    ['larger', 'ADJ', 'Degree=Cmp', 'large'],
    ['Larger', 'ADJ', 'Degree=Pos', 'larger'],
    ['Oslo', 'PROPN', 'Number=Sing', 'Oslo'],
    ['“', 'PUNCT', '', '"'],
    ['OF', 'ADP', '', 'of'],
    ['constructor', 'VERB', 'VerbForm=Part', 'constructor'],
    [' ', 'SPACE', '', ' '],
  ])('%s as %s %s is %s', (text, pos, morph, lemma) => {
    expect(lemmatizer.lemma(text, pos, morph)).toBe(lemma);
  });
});
