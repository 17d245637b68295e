import type { DatelineApi } from '../electron/contract';

declare global {
  interface Window {
    dateline: DatelineApi;
  }
}
