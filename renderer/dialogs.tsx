import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Switch } from './fields';
import { platform, version } from './state/app';
import { dialog } from './state/dialogs';
import { singleKeys } from './state/keys';
import { TypeFields } from './type-panel';

export function Dialogs() {
  if (dialog.value === 'settings') return <Settings />;
  if (dialog.value === 'keys') return <Keys />;
  if (dialog.value === 'about') return <About />;
  return null;
}

function close(): void {
  dialog.value = null;
}

function Dialog({ title, children }: { title: string; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {children}
      <div class="row end">
        <button type="button" class="primary" onClick={close}>
          Close
        </button>
      </div>
    </dialog>
  );
}

function Settings() {
  return (
    <Dialog title="Settings">
      <TypeFields />
      <Switch name="showMarks" label="Underline names and dates in the text" />
      <Switch name="singleKeys" label="Single-letter keys" />
    </Dialog>
  );
}

function Keys() {
  const mod = platform.value === 'darwin' ? 'Cmd' : 'Ctrl';
  const keys = [
    [`${mod}+O`, 'Open articles'],
    [`${mod}+W`, 'Close the article'],
    [`${mod}+F`, 'Find in the article'],
    ['F3, Shift+F3', 'Next and previous hit'],
    [`${mod}+= ${mod}+- ${mod}+0`, 'Larger, smaller, default size'],
    ['Alt+Left, Alt+Right', 'Back and forward'],
    ['Up, Down, Home, End', 'Move in the list of entities or events'],
    ['Space, Shift+Space', 'Page down and up'],
    ['M R T S X', 'Chosen entity: merge, rename, type, split, not an entity'],
    ['M R C X', 'Chosen event: merge, revise, counted from, hide'],
    ['A, E', 'Selected words: add as a person, add an event'],
    [`${mod}+Z`, 'Undo the last correction'],
    ...Object.entries(singleKeys).map(([key, { words }]) => [key.toUpperCase(), words]),
    ['Esc', 'One step back'],
  ];
  return (
    <Dialog title="Keys">
      <dl class="keys">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function About() {
  return (
    <Dialog title="Dateline">
      <p>Version {version.value}. An offline reader for saved articles.</p>
      <p>
        Dateline makes no network connection. Fonts and the language model come with it; their licences stand
        in the folder it is installed in.
      </p>
    </Dialog>
  );
}
