import { ask } from './state/bridge';
import { dismissMessage, message } from './state/messages';
import { dismissUndo, undoOffer } from './state/undo';
import { Icon } from './ui/icon';

/** What was just done: a change with its way back, or a file with its place. */
export function Toasts() {
  return (
    <div class="toasts">
      <Message />
      <UndoOffer />
    </div>
  );
}

function Message() {
  const told = message.value;
  return (
    <div class="toast" role="status" hidden={!told}>
      {told && (
        <>
          <span>{told.words}</span>
          {told.file !== null && (
            <button
              type="button"
              class="plain"
              onClick={() => void ask('file.show', { path: told.file ?? '' })}
            >
              Show in Folder
            </button>
          )}
          <Dismiss onClick={dismissMessage} />
        </>
      )}
    </div>
  );
}

function UndoOffer() {
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
          <Dismiss onClick={dismissUndo} />
        </>
      )}
    </div>
  );
}

function Dismiss({ onClick }: { onClick(): void }) {
  return (
    <button type="button" class="plain close" aria-label="Dismiss" onClick={onClick}>
      <Icon name="close" />
    </button>
  );
}
