import { describe, expect, it } from 'vitest';
import { pathBehindToken, presentedSecret } from './presented-secret';
import { newSecret, secretStart } from './secret';

const SECRET = newSecret('ingest');
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the secret of a request', () => {
  it.each([
    ['Bearer', `Bearer ${SECRET}`],
    ['any case and more spaces', `bearer   ${SECRET} `],
    ['Splunk', `Splunk ${SECRET}`],
    ['Basic', `Basic ${base64(`anybody:${SECRET}`)}`],
    ['Basic without a name', `Basic ${base64(`:${SECRET}`)}`],
    ['ApiKey', `ApiKey ${base64(`id:${SECRET}`)}`],
  ])('is in the header: %s', (_, header) => {
    expect(presentedSecret(header, '/v1/logs')).toBe(SECRET);
  });

  it('is in the path where there is no header', () => {
    expect(presentedSecret(undefined, `/in/${SECRET}/v1/logs`)).toBe(SECRET);
    expect(presentedSecret(null, `/in/${SECRET}`)).toBe(SECRET);
    expect(presentedSecret('Bearer abc', `/in/${SECRET}/v1/logs`)).toBe(SECRET);
    expect(pathBehindToken(`/in/${SECRET}/v1/logs?a=b`)).toBe('/v1/logs?a=b');
    expect(pathBehindToken(`/in/${SECRET}`)).toBe('/');
    expect(pathBehindToken('/v1/logs')).toBe('/v1/logs');
  });

  it.each([
    ['another scheme', `Digest ${SECRET}`, '/'],
    ['no scheme', SECRET, '/'],
    ['another secret', 'Bearer abc', '/'],
    ['no colon', `Basic ${base64(SECRET)}`, '/'],
    ['elsewhere in the path', undefined, `/v1/in/${SECRET}`],
  ])('is not: %s', (_, header, path) => {
    expect(presentedSecret(header, path)).toBeNull();
  });

  it.each([
    ['too long', `Bearer ${SECRET}x`, '/', `${SECRET}x`],
    ['cut short', 'Bearer trackway_ingest_abc', '/', 'trackway_ingest_abc'],
    ['anything in the path', undefined, '/in/abc/v1/logs', 'abc'],
  ])('is meant, and will not be found: %s', (_, header, path, given) => {
    expect(presentedSecret(header, path)).toBe(given);
  });
});

it('what is shown of a secret is its scope and four characters', () => {
  expect(secretStart('trackway_read_a_cdefgh')).toBe('trackway_read_a_cd');
  expect(secretStart('trackway_ingest_a_cdefgh')).toBe('trackway_ingest_a_cd');
});
