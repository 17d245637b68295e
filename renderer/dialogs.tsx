import type { ComponentChildren } from 'preact';
import { Corrections } from './corrections-list';
import { Switch } from './fields';
import { LibraryCare } from './library/library-care';
import { Removed } from './reader/removed-list';
import { platform, version } from './state/app';
import { dialog } from './state/dialogs';
import { returnFocus } from './state/focus';
import { keySheet } from './state/key-sheet';
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
      <LibraryCare />
    </Over>
  );
}

function Keys() {
  const mac = platform.value === 'darwin';
  const mod = mac ? 'Cmd' : 'Ctrl';
  return (
    <Over title="Keys" class="wide">
      {keySheet(mac).map(({ title, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl class="keys">
            {rows.map(({ keys, words }) => (
              <div key={keys.join()}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key.replace('Mod', mod)}</kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
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
