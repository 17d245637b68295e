import { connections, notSaved, openDetails, platform, ready, recent, samplePath, version } from './app';
import { openFound, openPaths, showEarlyArticle, showProgress } from './article';
import { ask, failure } from './bridge';
import { runCommand } from './commands';
import './kept';
import { startLibrary } from './library';
import { settings } from './settings';
import './title';

/** Listens to main, takes over what was kept, and opens what waits. */
export async function start(): Promise<void> {
  const { on } = window.dateline;
  on('job.progress', showProgress);
  on('job.article', showEarlyArticle);
  on('files.open', (found) => void openFound(found));
  on('menu.command', ({ command }) => runCommand(command));
  on('settings.changed', (kept) => {
    settings.value = kept;
  });
  on('recent.changed', (files) => {
    recent.value = files;
  });
  on('files.described', (files) => {
    openDetails.value = files;
  });
  on('saving.changed', (trouble) => {
    notSaved.value = trouble;
  });
  on('app.error', (error) => {
    failure.value = error;
  });
  startLibrary();
  const state = await ask('app.state', null);
  if (!state) return;
  settings.value = state.settings;
  recent.value = state.recent;
  openDetails.value = state.open;
  openPaths.value = state.open.map(({ path }) => path);
  notSaved.value = state.notSaved;
  samplePath.value = state.sample;
  platform.value = state.platform;
  version.value = state.version;
  ready.value = true;
  setInterval(countConnections, 5000);
  void countConnections();
  if (state.stopped) failure.value = state.stopped;
  await openFound(state.pending);
}

async function countConnections(): Promise<void> {
  connections.value = (await ask('app.connections', null)) ?? connections.value;
}
