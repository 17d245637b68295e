import { describe, expect, it } from 'vitest';
import { doublingFactor } from '../../build/growth';
import { identifyLanguage, languageSupport } from './identify';

const samples: [string, string][] = [
  ['en', 'The mayor opened the new bridge on Monday after three years of repairs.'],
  ['de', 'Der Bürgermeister eröffnete am Montag die neue Brücke nach drei Jahren Bauzeit.'],
  ['fr', 'Le maire a inauguré lundi le nouveau pont après trois ans de travaux.'],
  ['es', 'El alcalde inauguró el lunes el nuevo puente tras tres años de obras.'],
  ['it', 'Il sindaco ha inaugurato lunedì il nuovo ponte dopo tre anni di lavori.'],
  ['pl', 'Burmistrz otworzył w poniedziałek nowy most po trzech latach prac.'],
  ['tr', 'Belediye başkanı üç yıllık çalışmanın ardından pazartesi günü yeni köprüyü açtı.'],
  ['ru', 'Мэр открыл новый мост в понедельник после трёх лет ремонта.'],
  ['ar', 'افتتح رئيس البلدية الجسر الجديد يوم الاثنين بعد ثلاث سنوات من الأعمال.'],
  ['hi', 'महापौर ने तीन साल के काम के बाद सोमवार को नए पुल का उद्घाटन किया।'],
  ['ja', '市長は月曜日、三年間の工事を経て新しい橋を開通させた。'],
  ['zh', '市长周一为历时三年修建的新桥剪彩。'],
];

describe('the language check', () => {
  it.each(samples)('knows %s', (language, text) => {
    expect(identifyLanguage(text)?.language).toBe(language);
  });

  it('analyses English, says no to others, and gives the benefit of the doubt', () => {
    const [english, ...others] = samples.map(([, text]) => `${text} `.repeat(20));
    expect(languageSupport(english!)).toEqual({ state: 'supported' });
    for (const [i, text] of others.entries()) {
      expect(languageSupport(text)).toEqual({ state: 'unsupported', language: samples[i + 1]![0] });
    }
    expect(languageSupport('42 17. 3/4')).toEqual({ state: 'supported' });
    expect(languageSupport('')).toEqual({ state: 'supported' });
  });

  it('does not refuse a note of one sentence, whose letters could be any language', () => {
    const note = 'Mayor Ada Fenwick opened pier number 42 on 3 May 2012.';
    expect(identifyLanguage(note)?.language).not.toBe('en');
    expect(languageSupport(note)).toEqual({ state: 'supported' });
    expect(languageSupport('市長は月曜日、三年間の工事を経て新しい橋を開通させた。').state).toBe(
      'unsupported',
    );
  });

  it('goes by most of the text', () => {
    const english = `${samples[0]![1]} `.repeat(60);
    expect(languageSupport(`${samples[1]![1]} ${english}`)).toEqual({ state: 'supported' });
  });

  it('takes no longer for a long text than for some samples', () => {
    const work = (length: number) => {
      const text = 'e'.repeat(length);
      return () => void identifyLanguage(text);
    };
    expect(doublingFactor(work(2_500_000), work(5_000_000), 1.5)).toBeLessThan(1.5);
  });
});
