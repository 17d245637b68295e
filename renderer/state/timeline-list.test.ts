import { beforeEach, expect, it, vi } from 'vitest';
import type { Analysis, TimelineEvent } from '../../electron/contract';

// The window asks about its size as soon as its layout is loaded.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));
const { analysis } = await import('./current');
const { chosenEntity } = await import('./choice');
const { noneListed, onlyChosenEntity, zoom } = await import('./timeline-list');

const undated = { id: 'v1', time: null, entities: [] } as unknown as TimelineEvent;

function found(events: TimelineEvent[]): void {
  analysis.value = { events, entities: [], mentions: [], publicationDate: null } as unknown as Analysis;
}

beforeEach(() => {
  zoom.value = null;
  onlyChosenEntity.value = false;
  chosenEntity.value = null;
});

it('only a filter makes that no event matches', () => {
  found([]);
  expect(noneListed()).toBe('No events found in this article.');
  found([undated]);
  expect(noneListed()).toBe('No event has a date; see the undated ones.');
  // The switch is on, but nothing is chosen that it could filter by.
  onlyChosenEntity.value = true;
  expect(noneListed()).not.toBe('No event matches.');
  chosenEntity.value = 'e1';
  expect(noneListed()).toBe('No event matches.');
  onlyChosenEntity.value = false;
  zoom.value = [0, 1];
  expect(noneListed()).toBe('No event matches.');
});
