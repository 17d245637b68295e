import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DatelineApi, NoticeName, Notices } from '../contract';

/** The few things of the page's world this script touches; the project it belongs to has no DOM types. */
declare const window: {
  addEventListener(type: 'securitypolicyviolation', listener: (event: { blockedURI: string }) => void): void;
};

const api: DatelineApi = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  on<N extends NoticeName>(name: N, listener: (notice: Notices[N]) => void) {
    const onNotice = (_event: unknown, given: NoticeName, notice: Notices[N]) => {
      if (given === name) listener(notice);
    };
    ipcRenderer.on('notice', onNotice);
    return () => {
      ipcRenderer.removeListener('notice', onNotice);
    };
  },
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
};

// A request that the page's policy stops never reaches the session; it is counted all the same.
window.addEventListener('securitypolicyviolation', (event) => ipcRenderer.send('blocked', event.blockedURI));

contextBridge.exposeInMainWorld('dateline', api);
