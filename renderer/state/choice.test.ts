import { beforeEach, describe, expect, it } from 'vitest';
import type { Analysis, Entity, Mention, TimelineEvent } from '../../electron/contract';
import { chosenEntity, chosenEvent, keepChoice, litEntities } from './choice';
import { analysis } from './current';
import { changeZoom, seenExtent, zoom } from './timeline-list';

const mention = (id: string, entity: string, start: number): Mention => ({
  id,
  entity,
  text: 'Holm',
  span: { block: 'b1', start, end: start + 4 },
});

const entity = (id: string, name: string, mentions: string[]): Entity => ({
  ...{ id, name, mentions, type: 'person', aliases: [], roles: [], together: [], corrected: false },
});

function event(id: string, day: string, entities: string[] = []): TimelineEvent {
  const span = { block: id, start: 0, end: 9 };
  return {
    ...{ id, expression: null, clause: span, sentence: span, headline: id, status: 'happened', source: null },
    ...{ entities, corrected: false },
    time: {
      ...{
        timex: day,
        first: day,
        last: day,
        precision: 'day',
        modifier: null,
        open: null,
        edtf: null,
        inferred: false,
      },
      ...{ origin: { kind: 'stated', explanation: 'as written' }, relative: null },
    },
  };
}

function analysisOf(parts: Pick<Analysis, 'mentions' | 'entities' | 'events'>): Analysis {
  return { ...parts, engineVersion: '0', sentences: [], expressions: [] } as unknown as Analysis;
}

beforeEach(() => {
  chosenEntity.value = null;
  chosenEvent.value = null;
  zoom.value = null;
});

describe('what is chosen, after another analysis', () => {
  const before = analysisOf({
    mentions: [mention('m1', 'e1', 0), mention('m2', 'e1', 20), mention('m3', 'e2', 40)],
    entities: [entity('e1', 'Holm', ['m1', 'm2']), entity('e2', 'Reyes', ['m3'])],
    events: [event('v1', '2024-03-09')],
  });

  it('is the entity that stands at the same words, under whatever id and name', () => {
    chosenEntity.value = 'e1';
    const after = analysisOf({
      ...before,
      mentions: [mention('n1', 'e9', 20), mention('n2', 'e1', 40)],
      entities: [entity('e9', 'Beatrice Holm', ['n1']), entity('e1', 'Reyes', ['n2'])],
    });
    keepChoice(before, after);
    expect(chosenEntity.value).toBe('e9');
  });

  it('is nothing when its words name nobody any more', () => {
    chosenEntity.value = 'e1';
    keepChoice(before, { ...before, mentions: [mention('m3', 'e2', 40)] });
    expect(chosenEntity.value).toBeNull();
  });

  it('is the event of the same clause', () => {
    chosenEvent.value = 'v1';
    keepChoice(before, { ...before, events: [{ ...event('v1', '2024-03-10'), id: 'v7' }] });
    expect(chosenEvent.value).toBe('v7');
  });
});

it('a chosen event lights whom it names', () => {
  analysis.value = analysisOf({
    mentions: [],
    entities: [],
    events: [event('v1', '2024-03-09', ['e1', 'e2'])],
  });
  chosenEvent.value = 'v1';
  expect([...litEntities.value]).toEqual(['e1', 'e2']);
  chosenEntity.value = 'e2';
  expect([...litEntities.value]).toEqual(['e2']);
});

describe('the zoom', () => {
  beforeEach(() => {
    const days = ['2024-01-01', '2024-03-09', '2024-03-10', '2024-12-31'];
    const events = days.map((day) => event(day, day));
    analysis.value = analysisOf({ mentions: [], entities: [], events });
  });
  const seen = () => analysis.value?.events.filter(seenExtent).map((each) => each.id);

  it('closes in on the chosen event and opens again to every day', () => {
    chosenEvent.value = '2024-03-09';
    changeZoom(true);
    expect(seen()).toEqual(['2024-01-01', '2024-03-09', '2024-03-10']);
    for (let i = 0; i < 12; i += 1) changeZoom(true);
    expect(seen()).toEqual(['2024-03-09', '2024-03-10']);
    for (let i = 0; i < 16; i += 1) changeZoom(false);
    expect(zoom.value).toBeNull();
    expect(seen()).toHaveLength(4);
  });
});
