import { useSignal } from '@preact/signals';
import { decide, readingMinutes } from '../state/article';
import { article } from '../state/current';
import { dateAsked } from '../state/dialogs';
import { givenFor } from '../state/metadata';
import { longDay } from '../time/labels';
import { minutesLabel } from '../ui/minutes';
import { Popover } from '../ui/popover';
import { sourceWords } from '../ui/source-words';

/** Publication day, byline, site and minutes above the title. The day can be set here. */
export function MetaLine() {
  const shown = article.value;
  if (!shown) return null;
  const { publicationDate: date, byline, site } = shown;
  const author = givenFor('author') ?? byline?.value;
  const source = givenFor('site') ?? site?.value;
  return (
    <div class="meta">
      <button
        type="button"
        class={date ? 'date' : 'date missing'}
        aria-expanded={dateAsked.value}
        onClick={() => {
          dateAsked.value = !dateAsked.value;
        }}
      >
        {date ? longDay(date.value) : 'Set the publication date'}
      </button>
      {date && <span title={date.words}>{sourceWords[date.source]}</span>}
      {author && author !== source && <span class="dotted">{author}</span>}
      {source && <span class="dotted">{source}</span>}
      <span class="dotted">{minutesLabel(readingMinutes.value)}</span>
      {dateAsked.value && <DateForm day={date?.value ?? ''} setByReader={date?.source === 'reader'} />}
    </div>
  );
}

function DateForm({ day, setByReader }: { day: string; setByReader: boolean }) {
  const entered = useSignal(day);
  const close = () => {
    dateAsked.value = false;
  };
  const set = (event: SubmitEvent) => {
    event.preventDefault();
    close();
    void decide({ publicationDate: entered.value === '' ? null : entered.value });
  };
  return (
    <Popover class="date-form" label="When it was published" onClose={close}>
      <form onSubmit={set}>
        <label>
          Publication date
          <input
            type="date"
            value={entered.value}
            onInput={(event) => {
              entered.value = event.currentTarget.value;
            }}
          />
        </label>
        <p>Dates such as “Wednesday” or “next week” are counted from it.</p>
        <div class="row">
          {setByReader && (
            <button
              type="button"
              class="plain"
              onClick={() => {
                close();
                void decide({ publicationDate: null });
              }}
            >
              Use the article’s own
            </button>
          )}
          <button type="button" class="plain" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="primary">
            Set date
          </button>
        </div>
      </form>
    </Popover>
  );
}
