import { dismissUndo, undoOffer } from './state/undo';
import { Icon } from './ui/icon';

/** What was just changed, with the way back. */
export function Toast() {
  const offer = undoOffer.value;
  return (
    <div class="toast" role="status" hidden={!offer}>
      {offer && (
        <>
          <span>{offer.words}</span>
          <button
            type="button"
            class="plain"
            onClick={() => {
              dismissUndo();
              offer.undo();
            }}
          >
            Undo
          </button>
          <button type="button" class="plain close" aria-label="Dismiss" onClick={dismissUndo}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}
