import { describe, expect, test } from 'vitest';
import { documentKind } from './document-kind';

describe('documentKind', () => {
  test.each([
    ['one object per line', '{"a":1}\n{"b":2}\n', 'x.json', 'lines'],
    ['a single object on one line', '{"a":{"b":[1]}}', 'x.json', 'lines'],
    ['a first line that was torn', '{"a":"x\n{"b":2}\n', 'x.log', 'lines'],
    ['a pretty-printed object', '\u00ef\u00bb\u00bf{\n  "a": 1\n}\n', 'x.json', 'json'],
    ['an object opened on its first line', '{"a": 1,\n "b": 2}\n', 'x.json', 'json'],
    ['concatenated objects', '{"a":1}{"b":2}', 'x.json', 'json'],
    ['an array of objects', '[{"a":1},\n{"b":2}]', 'x.json', 'json'],
    ['an array that opens alone', '[\n  {', 'x', 'json'],
    ['a list on one line', '{"kind":"EventList","items":[{"a":1}]}\n', 'audit.log', 'json'],
    [
      'a list on one line, longer than the head',
      `{"kind":"EventList","items":[{"a":"${'x'.repeat(99)}"},{"b":`,
      'x',
      'json',
    ],
    [
      'a list whose first record is longer than the head',
      `{"kind":"EventList","items":[{"a":"${'x'.repeat(9999)}`,
      'x',
      'json',
    ],
    ['an object longer than the head', `{"a":"${'x'.repeat(9999)}`, 'x.log', 'lines'],
    ['an export of the journal', '__CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=1\nMESSAGE=a\n\n', 'x', 'journal-export'],
    ['a variable with underscores', '__NAME=1\n', 'x', 'lines'],
    ['a time in brackets', '[2024-05-06T07:08:09Z] "GET / HTTP/1.1" 200\n', 'x.log', 'lines'],
    [
      'batches, one per line',
      '{"messageType":"DATA_MESSAGE","logEvents":[{"id":"1"}]}\n{"messageType":"x"}\n',
      'x',
      'lines',
    ],
    ['a word in braces', '{main} started\n', 'x.log', 'lines'],
    ['a manifest', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n', 'x', 'yaml'],
    ['a list whose kind is beyond the head', '---\napiVersion: v1\nitems:\n- apiVersion: v1\n', 'events.yaml', 'yaml'],
    ['a log entry as YAML', 'insertId: a\ntimestamp: 2024-05-06T07:08:09Z\n', 'entry.yaml', 'yaml'],
    ['log entries as YAML', '---\ninsertId: a\nlogName: projects/lab-1/logs/stdout\n', 'entries.txt', 'yaml'],
    ['a line about a log', 'logName: mine\ninsertId: a\n', 'x.log', 'lines'],
    ['a sequence of manifests', '- apiVersion: v1\n  kind: Pod\n', 'pods.yaml', 'yaml'],
    ['values of a chart', 'replicas: 3\nimage: web\n', 'values.yaml', 'text'],
    [
      'a log with a manifest inside',
      'I0506 07:08:09.0 1 a.go:1] x\napiVersion: v1\nkind: Pod\n',
      'kubelet.log',
      'lines',
    ],
    ['a log that opens with a word and a colon', 'Error: no such file\nat 07:08:09\n', 'x.log', 'lines'],
    ['a page', '\n<!DOCTYPE html><html>', 'event-filter.html', 'text'],
    ['a script', '#!/bin/sh\necho 07:08:09\n', 'start.sh', 'text'],
    ['a configuration', '[server]\nport = 1\n', 'app.ini', 'text'],
    ['log lines under a configuration name', '2024-05-06 07:08:09 started\n', 'app.conf', 'lines'],
    ['notes that quote a log', '# Findings\n\n    2024-05-06 07:08:09 cart opened\n', 'notes.md', 'text'],
    ['notes of Org', '#+TITLE: Findings\n* First\n#+BEGIN_SRC json\n{"a":1}\n', 'notes', 'text'],
    ['a comment above log lines', '# Findings\n2024-05-06 07:08:09 cart opened\n', 'cart.txt', 'lines'],
    ['nothing', ' \n', 'x.json', 'lines'],
  ])('%s', (_title, head, path, kind) => {
    expect(documentKind(head, path)).toBe(kind);
  });
});
