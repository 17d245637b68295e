import { useEffect } from 'preact/hooks';
import { useAppearance } from './appearance';
import { Dialogs } from './dialogs';
import { EntitiesPanel } from './entities/entities-panel';
import { HeaderBar } from './header-bar';
import { LibraryHome } from './library/library-home';
import { LibraryPanel } from './library/library-panel';
import { NotSavedBanner } from './not-saved';
import { Notice } from './notice';
import { FindBar } from './reader/find-bar';
import { Reader } from './reader/reader';
import { Resizer } from './resizer';
import { announcement } from './state/choice';
import { dropping, listenForDrops } from './state/drops';
import { atHome, nothingOpen } from './state/home';
import { listenForKeys } from './state/keys';
import { drawerOpen, front, narrow, small } from './state/layout';
import { changeSettings, settings } from './state/settings';
import { StatusBar } from './status-bar';
import { TimelinePanel } from './timeline/timeline-panel';
import { Toasts } from './toasts';
import { Tabs } from './ui/tabs';
import { Welcome } from './welcome';

/** The whole window: the articles at the left, the article in the middle, what it names and tells at the right. */
export function Window() {
  useAppearance();
  useEffect(() => {
    const stops = [listenForKeys(), listenForDrops()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const inFront = front.value === 'panels' && !atHome.value;
  const showPanels = small.value ? inFront : settings.value.showPanels && !atHome.value;
  const showText = !small.value || !inFront;
  const showLibrary = narrow.value ? drawerOpen.value : settings.value.showLibrary;
  return (
    <div class={`window ${showLibrary ? '' : 'no-library'} ${showPanels ? '' : 'no-panels'}`}>
      <HeaderBar />
      {showLibrary && <LibraryPanel />}
      {showLibrary && (
        <Resizer name="libraryWidth" label="Width of the article list" least={180} most={480} grows={1} />
      )}
      {small.value && !atHome.value && <FrontTabs />}
      <Middle hidden={!showText} />
      {showPanels && <Panels />}
      <StatusBar />
      <div class="unseen" aria-live="polite">
        {announcement.value}
      </div>
      <Dialogs />
      {dropping.value && (
        <div class="drop-hint" aria-hidden="true">
          <p>Drop to open</p>
        </div>
      )}
    </div>
  );
}

function Middle({ hidden }: { hidden: boolean }) {
  return (
    <div class="middle" hidden={hidden}>
      <NotSavedBanner />
      <Notice />
      <FindBar />
      {atHome.value ? <LibraryHome /> : nothingOpen.value ? <Welcome /> : <Reader />}
      <Toasts />
    </div>
  );
}

const panelTabs = [
  ['entities', 'Entities'],
  ['timeline', 'Timeline'],
] as const;

/** In a small window the text and the panels take turns. */
function FrontTabs() {
  return (
    <Tabs
      label="Show"
      chosen={front.value === 'text' ? 'text' : settings.value.panelTab}
      options={[['text', 'Text'], ...panelTabs]}
      onChoose={(tab) => {
        front.value = tab === 'text' ? 'text' : 'panels';
        if (tab !== 'text') void changeSettings({ panelTab: tab });
      }}
    />
  );
}

function Panels() {
  const { panelTab } = settings.value;
  return (
    <>
      <Resizer name="panelsWidth" label="Width of the side panels" least={260} most={640} grows={-1} />
      <aside class={`panels show-${panelTab}`} aria-label="Entities and timeline">
        {!small.value && (
          <Tabs
            label="Panel"
            chosen={panelTab}
            options={panelTabs}
            onChoose={(tab) => void changeSettings({ panelTab: tab })}
          />
        )}
        <EntitiesPanel />
        <Resizer
          name="panelsSplit"
          label="Height of the entities"
          least={0.15}
          most={0.85}
          grows={1}
          vertical
        />
        <TimelinePanel />
      </aside>
    </>
  );
}
