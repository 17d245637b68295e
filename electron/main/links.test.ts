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

it('fills in of a mail what is harmless, and attaches nothing', () => {
  expect(openable('mailto:a@example.org?subject=Hi%20there&attach=/etc/passwd&body=x')).toBe(
    'mailto:a@example.org?subject=Hi%20there&body=x',
  );
  for (const field of ['attach=/etc/passwd', 'Attachment=x', '%61ttach=x', 'bcc=b@example.org', '%=x']) {
    expect(openable(`mailto:a@example.org?${field}`), field).toBe('mailto:a@example.org');
  }
});

it('makes a file name of any title', () => {
  expect(plainName('Who? What: a/b "c".pdf')).toBe('Who What a b c .pdf');
  expect(plainName('../../etc/passwd')).toBe('etc passwd');
  expect(plainName('...')).toBe('article');
});
