import { describe, expect, test } from 'vitest';
import { ARCHIVES } from '@/lib/archives';
import { OBJECT_FORMATS, TEXT_FORMATS } from '@/lib/formats';
import { LAYOUTS } from '@/lib/layouts';
import { ARCHIVE_TITLES } from './archive-titles';
import { FORMAT_GROUPS } from './format-groups';
import { specificationOf } from './specification';

const FORMATS = [...TEXT_FORMATS, ...OBJECT_FORMATS];

function addressesOf(source: string): string[] {
  return specificationOf(source).flatMap(({ address }) => address ?? []);
}

describe('a specification', () => {
  test.each([
    ['https://a.example/b; c', ['https://a.example/b']],
    ['https://a.example/b, c/d.ts (e)', ['https://a.example/b']],
    [
      'RFC 5424 section 6; RFC 6587',
      ['https://www.rfc-editor.org/rfc/rfc5424', 'https://www.rfc-editor.org/rfc/rfc6587'],
    ],
    ['owner/project, src/a.c; src/b.c (c)', ['https://github.com/owner/project']],
    ['brandur.org/logfmt; go-kit/log logfmt', ['https://brandur.org/logfmt', 'https://github.com/go-kit/log']],
    ['strftime(3)', []],
  ])('names its addresses: %s', (source, addresses) => {
    expect(addressesOf(source)).toEqual(addresses);
    expect(
      specificationOf(source)
        .map(({ text }) => text)
        .join(''),
    ).toBe(source);
  });

  test.each([...FORMATS, ...LAYOUTS])('of $name is linked, and every link is an address', ({ source }) => {
    expect(addressesOf(source).length).toBeGreaterThan(0);
    for (const address of addressesOf(source)) expect(new URL(address).protocol).toBe('https:');
  });
});

test('every format is in one group, with an example and the fields that it gives', () => {
  const entries = FORMAT_GROUPS.flatMap(({ entries }) => entries);
  expect(entries.map(({ name }) => name).sort()).toEqual(FORMATS.map(({ name }) => name).sort());
  for (const { name, examples, fields } of entries) {
    expect(examples.length, name).toBeGreaterThan(0);
    expect(fields.length, name).toBeGreaterThan(0);
  }
});

test('every kind of archive is named', () => {
  expect([...ARCHIVE_TITLES].sort()).toEqual(ARCHIVES.map(({ title }) => title).sort());
});
