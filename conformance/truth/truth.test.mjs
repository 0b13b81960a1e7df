import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from './compare.mjs';
import { csvRows } from './csv-rows.mjs';
import { EXPLANATIONS } from './explanations.mjs';
import { findTruth } from './find-truth.mjs';
import { TRUTH_KINDS } from './kinds.mjs';
import { readStatements } from './read-statements.mjs';
import { describeTruth } from './truth-report.mjs';

const AUDIT_LINE = 'audit(1700000000.250:77): pid=9 uid=0 subj=system_u:system_r:cart_t:s0:c1,c2 res=success';
const FILES = {
  'cart.golden': JSON.stringify([
    null,
    {
      '@timestamp': '2023-11-14T22:13:20.250Z',
      record_type: 'user_login',
      sequence: 77,
      raw_msg: AUDIT_LINE,
      data: { pid: '9', subj_domain: 'cart_t', subj_category: 'c1,c2', result: 'success' },
    },
  ]),
  'shop.json.golden': JSON.stringify([
    {
      test_name: 'a login',
      event: {
        '@timestamp': '2023-11-14T22:13:20.250Z',
        record_type: 'user_login',
        sequence: 77,
        process: { pid: '9' },
      },
    },
  ]),
  'shop.yaml': `tests:\n  a login: |\n    type=USER_LOGIN msg=${AUDIT_LINE}\n`,
  'other__web.log_structured.csv':
    'LineId,Month,Date,Time,Level,Component,PID,Content\n1,Jun,4,09:01:02,web-1,cron(pam_unix),7.0,"said ""hello"", twice"\n',
  'logs__web.log': 'Jun  4 09:01:02 web-1 cron(pam_unix)[7]: said "hello", twice\n',
  'cart.ini':
    '[who may]\nlog 1 pass = Jun  4 09:01:02 web-1 sudo:  ann : TTY=pts/0 ; USER=root ; COMMAND=/bin/ls\nrule = 1\ndecoder = sudo\n',
  'flows.json': JSON.stringify([
    {
      body: '2 1 eni-1 192.0.2.1 192.0.2.2 5 6 6 1 44 1700000000 1700000001 ACCEPT OK',
      aws: { vpc: { srcaddr: '192.0.2.9', bytes: 44, region: 'nowhere' } },
    },
  ]),
  'settings.json': '{"body":"no list"}',
  'settings.ini': '[web]\nport = 1\n',
};

/** An event as the HTTP interface tells it. */
const event = (fields, rest = {}) => ({
  time: '2023-11-14T22:13:20.250Z',
  severity: null,
  message: '',
  source: { line: 1, lines: 1 },
  fields,
  ...rest,
});

describe('ground truth in a folder', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trackway-truth-'));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const found = () => findTruth(folder, TRUTH_KINDS);
  const statementOf = (name) => found().find(({ path }) => path === name)?.statements[0];

  test('is found by what is in the files', () => {
    expect(found().map(({ path, kind, statements }) => [path, kind.name, statements.length])).toEqual([
      ['cart.golden', 'audit records', 1],
      ['cart.ini', 'tests of rules', 1],
      ['flows.json', 'fields of flows', 1],
      ['other__web.log_structured.csv', 'columns of logs', 1],
      ['shop.json.golden', 'audit events', 1],
    ]);
  });

  test('gives the lines and what they say', () => {
    expect(statementOf('cart.golden')).toMatchObject({
      lines: [`type=USER_LOGIN msg=${AUDIT_LINE}`],
      together: '77',
      fields: { sequence: '77', pid: '9', subj_domain: 'cart_t' },
    });
    expect(statementOf('shop.json.golden')).toMatchObject({
      lines: [`type=USER_LOGIN msg=${AUDIT_LINE}`],
      fields: { type: 'user_login', 'process.pid': '9' },
    });
    expect(statementOf('other__web.log_structured.csv')).toMatchObject({
      lines: ['Jun  4 09:01:02 web-1 cron(pam_unix)[7]: said "hello", twice'],
      fields: { when: 'Jun 4 09:01:02', PID: '7.0', Content: 'said "hello", twice' },
    });
    expect(statementOf('cart.ini')).toMatchObject({ fields: { decoder: 'sudo', program: 'sudo' } });
    expect(statementOf('flows.json')).toMatchObject({ fields: { srcaddr: '192.0.2.9', bytes: '44' } });
  });

  test.each([
    [
      'cart.golden',
      {
        'audit.type': 'USER_LOGIN',
        'audit.serial': 77,
        pid: 9,
        subj: 'system_u:system_r:cart_t:s0:c1,c2',
        res: 'success',
      },
      {},
      [],
    ],
    [
      'other__web.log_structured.csv',
      { component: 'cron', node: 'web-1', pid: 7 },
      { time: '2025-06-04T09:01:02.000Z', message: 'said "hello", twice' },
      [
        ['Level', 'missing', expect.stringContaining('name of the machine')],
        ['Component', 'differs', expect.stringContaining('PAM')],
      ],
    ],
    [
      'cart.ini',
      { format: 'plain', component: 'cart' },
      {},
      [
        ['decoder', 'differs', null],
        ['program', 'differs', null],
      ],
    ],
    ['cart.ini', { format: 'sudo', component: 'sudo' }, {}, []],
    [
      'flows.json',
      { src_ip: '192.0.2.1', bytes: 45 },
      {},
      [
        ['srcaddr', 'differs', expect.stringContaining('contradicts')],
        ['bytes', 'differs', null],
        ['region', 'missing', expect.stringContaining('not in the record')],
      ],
    ],
  ])(
    'of %s is compared with an event, and what differs is explained by the values alone',
    (name, fields, rest, expected) => {
      const { kind, statements } = found().find(({ path }) => path === name) ?? {};
      const { differences } = compare(kind, statements[0], event(fields, rest));
      expect(differences.map(({ field, outcome, because }) => [field, outcome, because])).toEqual(expected);
    },
  );

  test('that opens no event is told, and what is not explained is listed', () => {
    const { path, kind, statements } = found().find(({ kind: { name } }) => name === 'tests of rules') ?? {};
    const compared = [compare(kind, statements[0], undefined)];
    expect(compared[0]).toMatchObject({ agreed: 0, more: 0 });
    const report = describeTruth([{ path, kind, compared }], false);
    expect(report).toContain('UNEXPLAINED\tcart.ini\twho may');
    expect(report).toContain('2 differences are not explained');
  });
});

test('records of one event are read in files of their own', async () => {
  const texts = [];
  const events = await readStatements(
    [
      { label: '', lines: ['one', 'one more'], together: '1', fields: {} },
      { label: '', lines: ['two'], together: '1', fields: {} },
      { label: '', lines: ['three'], together: '2', fields: {} },
    ],
    async (text) => {
      texts.push(text);
      return text.split('\n').map((message, place) => event({}, { message, source: { line: place + 1, lines: 1 } }));
    },
  );
  expect(texts).toEqual(['one\none more\nthree\n', 'two\n']);
  expect(events.map(({ message }) => message)).toEqual(['one', 'two', 'three']);
});

test('rows of CSV keep commas, quotes and newlines inside quotes', () => {
  expect(csvRows('a,b\r\n1,"x, ""y""\nz"\r\n,2\n')).toEqual([
    { a: '1', b: 'x, "y"\nz' },
    { a: '', b: '2' },
  ]);
});

test('every explanation is of a kind that is registered', () => {
  const kinds = TRUTH_KINDS.map(({ name }) => name);
  for (const { kind, because } of EXPLANATIONS) {
    expect(kinds).toContain(kind);
    expect(because).not.toBe('');
  }
});
