import { useSignal } from '@preact/signals';
import { filter } from '../state/library';
import { clearSelection, moveToBin, selected, toggleRead, toggleStar } from '../state/library-selection';
import { ForgetForm } from './forget-form';
import { MetadataForm } from './metadata-form';
import { TagForm } from './tag-form';

type Task = 'tag' | 'metadata' | 'forget' | null;

/** What can be done with the selected articles, or with the one the keys stand at. */
export function LibraryActions() {
  const task = useSignal<Task>(null);
  const close = () => {
    task.value = null;
  };
  const toggle = (wanted: Task) => {
    task.value = task.value === wanted ? null : wanted;
  };
  const count = selected.value.size;
  return (
    <div class="library-actions" role="toolbar" aria-label="Chosen articles">
      {count > 0 && (
        <button type="button" class="plain" onClick={clearSelection} title="Select none">
          {count.toLocaleString('en')} selected
        </button>
      )}
      {filter.value.binned ? (
        <>
          <button
            type="button"
            onClick={() => void moveToBin(false)}
            title="Put back into the library (Delete)"
          >
            Put back
          </button>
          <button type="button" aria-expanded={task.value === 'forget'} onClick={() => toggle('forget')}>
            Delete for good…
          </button>
        </>
      ) : (
        <>
          <button type="button" onClick={() => void toggleStar()} title="Star, or take the star away (S)">
            Star
          </button>
          <button type="button" onClick={() => void toggleRead()} title="Mark read or unread (R)">
            Read
          </button>
          <button
            type="button"
            data-key="t"
            aria-expanded={task.value === 'tag'}
            onClick={() => toggle('tag')}
            title="Tags (T)"
          >
            Tag…
          </button>
          <button
            type="button"
            data-key="e"
            aria-expanded={task.value === 'metadata'}
            onClick={() => toggle('metadata')}
            title="Title, author, site, date, language (E)"
          >
            Edit…
          </button>
          <button type="button" onClick={() => void moveToBin(true)} title="To the bin (Delete)">
            Bin
          </button>
        </>
      )}
      {task.value === 'tag' && <TagForm onClose={close} />}
      {task.value === 'metadata' && <MetadataForm onClose={close} />}
      {task.value === 'forget' && <ForgetForm onClose={close} />}
    </div>
  );
}
