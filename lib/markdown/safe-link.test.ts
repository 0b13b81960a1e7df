import { expect, it } from 'vitest';
import { isSafeLink } from '.';

it('lets through the web, mail and own paths', () => {
  for (const href of [
    'https://example.com/a?b#c',
    'http://10.0.0.1:8080',
    'mailto:ann@example.com',
    '/hunts/a?x=1',
    '#part',
  ]) {
    expect(isSafeLink(href)).toBe(true);
  }
});

it('refuses all else', () => {
  for (const href of [
    '',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:x',
    '//example.com',
    '/\\example.com',
  ]) {
    expect(isSafeLink(href)).toBe(false);
  }
  for (const href of ['data:text/html,x', 'ftp://example.com', 'notes/relative', 'https:', '\u0001https://a']) {
    expect(isSafeLink(href)).toBe(false);
  }
});
