import { expect, it, vi } from 'vitest';
import { openable } from './links';
import { plainName } from './output';

vi.mock('electron', () => ({}));

it('opens web and mail addresses only', () => {
  expect(openable('https://example.org/a?b=c')).toBe('https://example.org/a?b=c');
  expect(openable('mailto:a@example.org')).toBe('mailto:a@example.org');
  for (const href of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://host/x', 'ms-msdt:x', '/a', '']) {
    expect(openable(href), href).toBeNull();
  }
});

it('makes a file name of any title', () => {
  expect(plainName('Who? What: a/b "c".pdf')).toBe('Who What a b c .pdf');
  expect(plainName('../../etc/passwd')).toBe('etc passwd');
  expect(plainName('...')).toBe('article');
});
