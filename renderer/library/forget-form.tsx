import { forgetChosen } from '../state/forget';
import { chosenArticles } from '../state/library-selection';
import { Popover } from '../ui/popover';

/** Says what goes and what stays before anything is deleted for good. */
export function ForgetForm({ onClose }: { onClose(): void }) {
  const count = chosenArticles().length;
  const what = count === 1 ? 'this article' : `${count.toLocaleString('en')} articles`;
  return (
    <Popover class="library-popup" label="Delete for good" onClose={onClose}>
      <p>
        Delete {what} for good? Dateline’s copy goes, with everything that was found in it and everything you
        wrote about it. This cannot be undone. The files on your disk stay where they are.
      </p>
      <div class="row end">
        <button type="button" onClick={onClose}>
          Keep
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            onClose();
            void forgetChosen();
          }}
        >
          Delete for good
        </button>
      </div>
    </Popover>
  );
}
