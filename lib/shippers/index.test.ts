import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { SHIPPERS } from './index';

const WITH_TOKEN = { origin: 'https://trackway.example:8443', token: 'tw_0123456789abcdef' };
const WITHOUT_TOKEN = { origin: 'http://127.0.0.1:3000', token: null };

it('has a name for each, once', () => {
  expect(new Set(SHIPPERS.map(({ name }) => name)).size).toBe(SHIPPERS.length);
});

describe.each(SHIPPERS.map((shipper) => [shipper.name, shipper] as const))('%s', (_name, shipper) => {
  it('is told where to send, and with which token', () => {
    const all = shipper
      .setups(WITH_TOKEN)
      .map(({ text }) => text)
      .join('');
    expect(all).toContain('trackway.example');
    expect(all).toContain('8443');
    expect(all).toContain('tw_0123456789abcdef');
  });

  it('needs no token where none is asked for', () => {
    for (const { text } of shipper.setups(WITHOUT_TOKEN)) {
      expect(text).not.toMatch(/null|undefined/);
      expect(text).not.toContain('Bearer');
    }
  });

  it.each([WITH_TOKEN, WITHOUT_TOKEN])('is valid YAML where it is YAML', (address) => {
    for (const { syntax, text } of shipper.setups(address)) {
      if (syntax !== 'yaml') continue;
      for (const document of parseAllDocuments(text)) expect('errors' in document ? document.errors : []).toEqual([]);
    }
  });

  it('says where its options are described', () => {
    expect(new URL(shipper.source).protocol).toBe('https:');
  });
});

it('an API server, which sends tokens over TLS only, has it in the address elsewhere', () => {
  const configured = (origin: string) =>
    SHIPPERS.find(({ name }) => name === 'kube-apiserver')?.setups({ ...WITH_TOKEN, origin })[0]?.text;
  expect(configured('http://10.0.0.7:3000')).toContain(
    'server: http://10.0.0.7:3000/in/tw_0123456789abcdef/api/ingest/audit',
  );
  expect(configured('https://10.0.0.7:3000')).toContain('server: https://10.0.0.7:3000/api/ingest/audit');
});
