import { progress } from '../state/article';
import { chosenEntity, entitiesById } from '../state/choice';
import { analysis, article } from '../state/current';
import { dateAsked } from '../state/dialogs';
import { changeSettings, settings } from '../state/settings';
import {
  changeZoom,
  datedCount,
  listedEvents,
  onlyChosenEntity,
  showUndated,
  undatedCount,
  waitsForDate,
  zoom,
} from '../state/timeline-list';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icon';
import { languageName } from '../ui/language';
import { EventForm } from './event-form';
import { EventList } from './event-list';
import { Strip } from './strip';

/** Fewer dated events are seen at a glance; a zoom would only be in the way. */
const LEAST_ZOOMED = 5;

/** What the article tells, in the order of the days. */
export function TimelinePanel() {
  const order = settings.value.timelineOrder;
  const any = (analysis.value?.events.length ?? 0) > 0;
  return (
    <section class="panel timeline" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">Timeline</h2>
        {any && (
          <fieldset class="chips">
            <legend class="unseen">Order</legend>
            <Chip on={order === 'article'} onClick={() => void changeSettings({ timelineOrder: 'article' })}>
              Article order
            </Chip>
            <Chip on={order === 'date'} onClick={() => void changeSettings({ timelineOrder: 'date' })}>
              Date order
            </Chip>
          </fieldset>
        )}
      </header>
      {waitsForDate.value && <DatePrompt />}
      {datedCount.value > 0 && <Strip />}
      {any && <Filters />}
      {any ? <EventList events={listedEvents.value} /> : <p class="none">{emptyWords()}</p>}
      <EventForm />
    </section>
  );
}

function DatePrompt() {
  return (
    <p class="prompt">
      Some dates are counted from the day of publication, which this file does not state.{' '}
      <button
        type="button"
        class="plain"
        onClick={() => {
          dateAsked.value = true;
        }}
      >
        Set the publication date
      </button>
    </p>
  );
}

function Filters() {
  const entity = entitiesById.value.get(chosenEntity.value ?? '');
  return (
    <div class="filters">
      {entity && (
        <Chip
          on={onlyChosenEntity.value}
          onClick={() => {
            onlyChosenEntity.value = !onlyChosenEntity.value;
          }}
        >
          Only {entity.name}
        </Chip>
      )}
      {undatedCount.value > 0 && (
        <Chip
          on={showUndated.value}
          onClick={() => {
            showUndated.value = !showUndated.value;
          }}
        >
          Undated {undatedCount.value.toLocaleString('en')}
        </Chip>
      )}
      {zoom.value && (
        <Chip
          on
          onClick={() => {
            zoom.value = null;
          }}
        >
          Show all days
        </Chip>
      )}
      {datedCount.value > LEAST_ZOOMED && (
        <span class="zoom">
          <button type="button" aria-label="Fewer days" title="Fewer days" onClick={() => changeZoom(true)}>
            <Icon name="plus" />
          </button>
          <button
            type="button"
            aria-label="More days"
            title="More days"
            disabled={!zoom.value}
            onClick={() => changeZoom(false)}
          >
            <Icon name="minus" />
          </button>
        </span>
      )}
    </div>
  );
}

function emptyWords(): string {
  const support = analysis.value?.support;
  if (support?.state === 'unsupported') {
    return `This text is in ${languageName(support.language)}. Dates are found in English text only, for now.`;
  }
  if (analysis.value) return 'No dates found in this article.';
  if (progress.value) return 'Looking for dates…';
  return article.value
    ? 'Not analysed yet.'
    : 'The events an article tells appear here, in the order of their days.';
}
