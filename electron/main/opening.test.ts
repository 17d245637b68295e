import { describe, expect, it, vi } from 'vitest';
import { filesOf } from './opening';

vi.mock('electron', () => ({ app: {} }));

describe('filesOf', () => {
  it('takes files as absolute paths and leaves switches alone', () => {
    expect(filesOf(['dateline', '--no-sandbox', 'a.txt', '/b/c d.html'], '/home/x', true)).toEqual([
      '/home/x/a.txt',
      '/b/c d.html',
    ]);
  });

  it('passes over the folder that an unpackaged app is started with', () => {
    const line = ['electron', '--inspect=0', '.', '--user-data-dir=/tmp/u', 'a.txt'];
    expect(filesOf(line, '/home/x', false)).toEqual(['/home/x/a.txt']);
  });

  it('takes what follows two dashes as it is', () => {
    expect(filesOf(['dateline', '--', '-odd.txt'], '/home/x', true)).toEqual(['/home/x/-odd.txt']);
  });
});
