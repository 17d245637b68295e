import type { ComponentChildren } from 'preact';
import { Corrections } from './corrections-list';
import { Switch } from './fields';
import { Removed } from './reader/removed-list';
import { platform, version } from './state/app';
import { dialog } from './state/dialogs';
import { returnFocus } from './state/focus';
import { singleKeys } from './state/keys';
import { TypeFields } from './type-panel';
import { Dialog } from './ui/dialog';

export function Dialogs() {
  if (dialog.value === 'settings') return <Settings />;
  if (dialog.value === 'keys') return <Keys />;
  if (dialog.value === 'about') return <About />;
  if (dialog.value === 'corrections') {
    return (
      <Over title="What you corrected">
        <Corrections />
      </Over>
    );
  }
  if (dialog.value === 'removed') {
    return (
      <Over title="Removed from the text" class="wide">
        <Removed />
      </Over>
    );
  }
  return null;
}

function close(): void {
  dialog.value = null;
}

function Over(props: { title: string; class?: string; children: ComponentChildren }) {
  return <Dialog {...props} onClose={close} onClosed={returnFocus} />;
}

function Settings() {
  return (
    <Over title="Settings">
      <TypeFields />
      <Switch name="showMarks" label="Underline names and dates in the text" />
      <Switch name="singleKeys" label="Single-letter keys" />
    </Over>
  );
}

function Keys() {
  const mod = platform.value === 'darwin' ? 'Cmd' : 'Ctrl';
  const keys = [
    [`${mod}+O, ${mod}+Shift+O`, 'Open articles, open a folder'],
    [`${mod}+W`, 'Close the article and go to the next'],
    ['Ctrl+Tab, Ctrl+Shift+Tab', 'Next and previous article'],
    [`${mod}+P`, 'Print'],
    [`${mod}+,`, 'Settings'],
    [`${mod}+F`, 'Find in the article'],
    [`${mod}+Shift+F`, 'Search the library'],
    [
      'Space, Shift+Up, Shift+Down',
      'In the library: select; then S star, R read or unread, T tag, Delete to the bin',
    ],
    [`F3, ${mod}+G; with Shift`, 'Next hit, previous hit'],
    [`${mod}+A`, 'Select the article'],
    [`${mod}+U`, 'Original or cleaned text'],
    [`${mod}+Shift+R`, 'Show or hide removed parts in the text'],
    ['F7, F8, F9', 'Article list, side panels, marks in the text'],
    ['F11', 'Full screen'],
    [`${mod}+= ${mod}+- ${mod}+0`, 'Larger, smaller, default size'],
    ['Alt+Left, Alt+Right', 'Back and forward'],
    ['Up, Down, Home, End', 'Move in the list of entities or events'],
    ['Space, Shift+Space', 'Page down and up'],
    ['M R T S X Y', 'Chosen entity: merge, rename, type, split, not an entity, take over what is suggested'],
    ['M R C X', 'Chosen event: merge, revise, counted from, hide'],
    ['A, E', 'Selected words: add as a person, add an event'],
    [`${mod}+Z`, 'Undo the last correction'],
    [`${mod}+Shift+Z, ${mod}+Y`, 'Make it again'],
    ...Object.entries(singleKeys).map(([key, { words }]) => [key.toUpperCase(), words]),
    ['Esc', 'One step back'],
  ];
  return (
    <Over title="Keys" class="wide">
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
    </Over>
  );
}

function About() {
  return (
    <Over title="Dateline">
      <p>Version {version.value}. An offline reader for saved articles.</p>
      <p>
        Dateline makes no network connection. Fonts and the language model come with it; their licences stand
        in the folder it is installed in.
      </p>
    </Over>
  );
}
