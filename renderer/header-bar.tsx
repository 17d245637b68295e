import { EXPORTS, type ExportFormat } from '../electron/contract';
import { leaveArticle, openPath } from './state/article';
import { runCommand } from './state/commands';
import { analysis, article } from './state/current';
import { exportMenuOpen, typePanelOpen } from './state/dialogs';
import { closeFind, findOpen, openFind } from './state/find';
import { canGoBack, canGoForward } from './state/history';
import { goBack, goForward } from './state/jump';
import { drawerOpen, front, narrow, small, toggleLibrary, togglePanels } from './state/layout';
import { givenFor } from './state/metadata';
import { settings } from './state/settings';
import { view } from './state/view';
import { TypePanel } from './type-panel';
import { Icon } from './ui/icon';
import { Popover } from './ui/popover';

/** Brand, the article in view, and the few tools that are always at hand. */
export function HeaderBar() {
  const title = givenFor('title') ?? article.value?.title?.value ?? article.value?.source.name;
  const name = title ?? openPath.value?.split(/[\\/]/).at(-1) ?? '';
  return (
    <header class="bar">
      <button type="button" class="brand" title="Start page" onClick={leaveArticle}>
        <i aria-hidden="true" />
        Dateline
      </button>
      <div class="steps">
        <button
          type="button"
          aria-label="Back"
          title="Back (Alt+Left)"
          disabled={!canGoBack.value}
          onClick={goBack}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          aria-label="Forward"
          title="Forward (Alt+Right)"
          disabled={!canGoForward.value}
          onClick={goForward}
        >
          <Icon name="forward" />
        </button>
      </div>
      <div class="crumb" title={openPath.value ?? ''}>
        {name}
      </div>
      <div class="tools">
        <fieldset class="switch" aria-label="View">
          <button
            type="button"
            aria-pressed={view.value === 'cleaned'}
            disabled={!article.value}
            onClick={() => show('cleaned')}
          >
            Cleaned
          </button>
          <button
            type="button"
            aria-pressed={view.value === 'original'}
            disabled={!article.value}
            onClick={() => show('original')}
          >
            Original
          </button>
        </fieldset>
        <button
          type="button"
          aria-label="Type and theme"
          title="Type and theme"
          aria-expanded={typePanelOpen.value}
          onClick={() => {
            typePanelOpen.value = !typePanelOpen.value;
          }}
        >
          Aa
        </button>
        <button
          type="button"
          aria-label="Find in article"
          title="Find in article"
          disabled={!article.value}
          aria-pressed={findOpen.value}
          onClick={() => (findOpen.value ? closeFind() : openFind())}
        >
          <Icon name="find" />
        </button>
        <button
          type="button"
          aria-label="Export"
          title="Export"
          disabled={!analysis.value}
          aria-expanded={exportMenuOpen.value}
          onClick={() => {
            exportMenuOpen.value = !exportMenuOpen.value;
          }}
        >
          <Icon name="export" />
        </button>
        <button
          type="button"
          aria-label="Article list"
          title="Article list"
          aria-pressed={narrow.value ? drawerOpen.value : settings.value.showLibrary}
          onClick={toggleLibrary}
        >
          <Icon name="left" />
        </button>
        <button
          type="button"
          aria-label="Side panels"
          title="Side panels"
          aria-pressed={small.value ? front.value === 'panels' : settings.value.showPanels}
          onClick={togglePanels}
        >
          <Icon name="right" />
        </button>
      </div>
      {typePanelOpen.value && <TypePanel />}
      {exportMenuOpen.value && <ExportMenu />}
    </header>
  );
}

function show(which: 'cleaned' | 'original'): void {
  view.value = which;
}

function ExportMenu() {
  const pick = (command: 'export-pdf' | `export-${ExportFormat}`) => {
    exportMenuOpen.value = false;
    runCommand(command);
  };
  return (
    <Popover
      class="export-menu"
      label="Export"
      onClose={() => {
        exportMenuOpen.value = false;
      }}
    >
      <ul>
        <li>
          <button type="button" onClick={() => pick('export-pdf')}>
            Article, PDF
          </button>
        </li>
        {EXPORTS.map(({ format, subject, name }) => (
          <li key={format}>
            <button type="button" onClick={() => pick(`export-${format}`)}>
              {subject}, {name}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
