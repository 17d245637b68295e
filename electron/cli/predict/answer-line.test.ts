import { describe, expect, it } from 'vitest';
import { answerLine } from './answer-line';
import { createPredictor } from './extraction';

describe('answerLine', () => {
  it('gives the predictor the line and puts its id before the answer', async () => {
    const answer = await answerLine(({ text }) => ({ length: String(text).length }), '{"id":7,"text":"abc"}');
    expect(answer).toEqual({ id: 7, length: 3 });
  });

  it('answers a line that fails with its id and the cause', async () => {
    const fail = () => {
      throw new TypeError('no such part');
    };
    expect(await answerLine(fail, '{"id":"a"}')).toEqual({ id: 'a', error: 'no such part' });
    expect(await answerLine(async () => fail(), '{"id":"b"}')).toEqual({ id: 'b', error: 'no such part' });
  });

  it('answers a line that is no JSON object', async () => {
    for (const line of ['{"id":', '[]', 'null', '"words"', '3']) {
      const answer = await answerLine(() => ({ seen: true }), line);
      expect(answer).toEqual({ id: null, error: expect.stringMatching(/./) });
    }
  });

  it('says of a file that is not there why it has no answer', async () => {
    const predict = await createPredictor();
    expect(await answerLine(predict, '{"id":"gone","file":"/no/such/file.html"}')).toMatchObject({
      id: 'gone',
      error: expect.stringContaining('no such file'),
    });
  });
});
