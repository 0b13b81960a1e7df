import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '@/lib/query';
import { hostileText } from '@/lib/query/testing/arbitrary-query';
import { withoutSpans } from '@/lib/query/testing/without-spans';
import { compileRule } from './compile-rule';
import { parseSigma } from './parse-sigma';
import type { FilterRule } from './rule';
import { ruleOf, ruleWith } from './testing/rule-of';

function textOf(detection: string, logSource?: string): string | null {
  const compiled = compileRule(ruleWith(detection, logSource));
  if (compiled.refusals !== null) throw new Error(compiled.refusals.map(({ message }) => message).join('; '));
  return compiled.text;
}

function reasonsOf(detection: string, logSource?: string): string[] {
  return compileRule(ruleWith(detection, logSource)).refusals?.map(({ kind, subject }) => `${kind}: ${subject}`) ?? [];
}

describe('a rule becomes a query that people could have written', () => {
  test.each([
    ['selection: { verb: get }', 'type:audit and verb:get'],
    [
      'selection: { verb: [get, list], objectRef.resource: secrets }',
      'type:audit and verb:(get or list) and resource:secrets',
    ],
    ['selection: [{ verb: get }, { verb: list, user: eve }]', 'type:audit and (verb:get or (verb:list and user:eve))'],
    ["selection: { userAgent|startswith: ['curl/', 'wget'] }", 'type:audit and user_agent:(curl\\/* or wget*)'],
    ["selection: { hostPath: '*' }", 'type:audit and pod.hostPaths:*'],
    ['selection: { responseStatus.code: ALLOW }', 'type:audit and decision:allow'],
    ['selection: { responseStatus.code: [401, 403] }', 'type:audit and status:(401 or 403)'],
    ['selection: { user|fieldref: impersonatedUser.username }', 'type:audit and user:field(impersonatedUser.username)'],
    ['selection: { user|fieldref|neq: objectRef.name }', 'type:audit and not user:field(name)'],
    ['selection: { requestURI|fieldref|contains: objectRef.name }', 'type:audit and path:*field(name)*'],
    ['selection: { user|fieldref|startswith|cased: namespace }', 'type:audit and user:field(namespace, cased)*'],
    ['selection: { timestamp|hour: [22, 23] }', 'type:audit and time.hour:(22 or 23)'],
    ["selection: { '@timestamp|hour|gte': 22 }", 'type:audit and time.hour>=22'],
    ['selection: { time|day|lt: 8, time|week|neq: 53 }', 'type:audit and time.day<8 and not time.week:53'],
    ['selection: { time|minute|lt: 60 }', 'type:audit and time.minute<=59'],
    [
      'selection: { requestReceivedTimestamp|hour|lt: 2 }',
      'type:audit and requestReceivedTimestamp:/^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ](?:00|01):[0-9]{2}[0-9:.,]*(?: ?(?:Z|UTC|[+-]00:?00))?$/',
    ],
    ['selection: { userAgent: null }', 'type:audit and not user_agent:*'],
    ["selection: { userAgent: '' }", 'type:audit and (user_agent:"" or not user_agent:*)'],
    ['selection: { userAgent|exists: true }', 'type:audit and user_agent:*'],
    ['selection: { verb|neq: [get, list] }', 'type:audit and not verb:(get or list)'],
    ['selection: { userAgent|re: ^kube }', 'type:audit and user_agent:/(?-is)^kube/'],
    ["selection: { requestURI|re|i: '/a/b:' }", 'type:audit and path:/(?:(?-s)\\/a\\/b:)/'],
    ['selection: { sourceIPs|cidr: 10.0.0.0/8 }', 'type:audit and src_ip:10.0.0.0/8'],
    ['selection: { requestObject.spec.replicas|gte: 3 }', 'type:audit and requestObject.spec.replicas:>=3'],
    ['selection: [evil, two words, 7]', 'type:audit and (evil or "two words" or 7)'],
    ["selection: ['*a*b*']", 'type:audit and a*b'],
    ["selection: { '|all': [x, y] }", 'type:audit and x and y'],
    ["selection: { '|re': a+b }", 'type:audit and /(?-is)a+b/'],
    ['selection: { user.groups: ops }', 'type:audit and user.groups:(ops or ops\\,* or *\\,ops or *\\,ops\\,*)'],
  ])('%s', (detection, text) => {
    expect(textOf(`${detection}\ncondition: selection`)).toBe(text);
  });
});

describe('a rule that cannot be run says why, by name', () => {
  test.each([
    ['selection: { verb|shout: get }', ['modifier: shout']],
    ['selection: { verb|lt: get }', ['modifier: lt']],
    ['selection: { verb|lt: 5 }', ['field: verb']],
    ['selection: { level: Metadata }', ['field: level']],
    ['selection: { verb|re: "(?=a)b" }', ['regular-expression: (?-is)(?=a)b']],
    ["selection: { user|expand: '%admins%' }", ['placeholder: admins']],
    ['selection: { user|fieldref: requestObject.spec.owner }', ['field: requestObject.spec.owner']],
    ['selection: { user|fieldref: user.groups }', ['field: user.groups']],
    ['selection: { user|fieldref: "a*" }', ['modifier: fieldref']],
    ['selection: { time|hour: 24 }', ['value: hour']],
    ['selection: { time|hour: three }', ['modifier: hour']],
    ['selection: { stageTimestamp|week: 3 }', ['modifier: week']],
    ['selection: { sourceIPs|hour: 3 }', ['field: src_ip']],
    ['selection: { responseStatus.code: [404, never] }', ['value: responseStatus.code']],
    ["selection: { responseStatus.code: '0404' }", ['value: responseStatus.code']],
    ['selection: { userAgent|base64offset|contains: a }', ['value: base64offset']],
    ["selection: { userAgent|base64: '' }", ['value: base64']],
    ["selection: { user.groups|re: '^ops$' }", ['regular-expression: user.groups']],
    ['selection: { user.groups|cidr: 10.0.0.0/8 }', ['value: user.groups']],
    ['selection: { verb|utf16le: 中 }', ['value: verb']],
    ["selection: { '|utf16le': 中 }", ['value: UTF-16']],
    ['selection: { verb|wide: get }', ['value: verb']],
    ["selection: { verb|base64: 'a*' }", ['modifier: base64']],
    ['selection: { verb|contains|re: a }', ['modifier: re']],
    ['selection: { sourceIPs|cidr: nowhere }', ['value: nowhere']],
    ['selection: [null]', ['keyword: null']],
    ['selection: { verb|shout: get, level: x }', ['modifier: shout', 'field: level']],
  ])('%s', (detection, reasons) => expect(reasonsOf(`${detection}\ncondition: selection`)).toEqual(reasons));

  test('and names its log source', () => {
    expect(
      reasonsOf('selection: { Image: x }\ncondition: selection', 'product: windows, category: process_creation'),
    ).toEqual(['log-source: category: process_creation, product: windows']);
  });
});

test('placeholders stand for what they are given', () => {
  const rule = ruleWith("selection: { user|expand: '%admins%' }\ncondition: selection");
  const compiled = compileRule(rule, { placeholders: new Map([['admins', ['ann', 'adm_*']]]) });
  expect(compiled.refusals === null && compiled.text).toBe('type:audit and user:(ann or adm_*)');
});

test('a rule that grows without bound is refused before it does', () => {
  const values = Array.from({ length: 400 }, (_, index) => `v${index}`).join(', ');
  const condition = Array.from({ length: 400 }, () => 'a').join(' or not ');
  expect(reasonsOf(`a: { user: [${values}] }\ncondition: ${condition}`)).toEqual(['size: condition']);
});

test('whatever values hold, the query can be written', () => {
  const places = [
    '',
    '|contains',
    '|startswith',
    '|endswith',
    '|cased',
    '|contains|cased',
    '|windash',
    '|re',
    '|re|i|s',
  ];
  const fields = ['user', 'requestURI', 'user.groups', 'responseStatus.code', 'a.b', ''];
  const item = fc.record({
    field: fc.constantFrom(...fields),
    place: fc.constantFrom(...places),
    values: fc.array(hostileText, { minLength: 1, maxLength: 3 }),
  });
  let written = 0;
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), (items) => {
      const selections = items.map(({ field, place, values }) => ({
        [`${field}${place === '' && field === '' ? '|contains' : place}`]: values,
      }));
      const compiled = compileRule(ruleWith(`s: ${JSON.stringify(selections)}\ncondition: not s`));
      if (compiled.refusals !== null || compiled.text === null) return;
      written += 1;
      expect(withoutSpans(parseQuery(compiled.text))).toEqual(withoutSpans(compiled.query));
    }),
    { numRuns: 400 },
  );
  expect(written).toBeGreaterThan(50);
});

describe('filters', () => {
  const rule = ruleOf(
    'title: a\nid: r1\nname: one\nlogsource: { product: kubernetes, service: audit }\ndetection: { s: { verb: get }, condition: s }\n',
  );
  const filter = (rules: string, logSource: string): FilterRule => {
    const [document] = parseSigma(
      `title: f\nlogsource: { ${logSource} }\nfilter: { rules: ${rules}, s: { user: ann }, condition: not s }\n`,
    ).documents;
    if (document?.kind !== 'filter') throw new Error('not a filter');
    return document;
  };
  test.each([
    ['[r1]', 'product: kubernetes', true],
    ['[one, other]', 'product: kubernetes, service: audit', true],
    ['any', 'product: kubernetes', true],
    ['[]', 'service: audit', true],
    ['[other]', 'product: kubernetes', false],
    ['any', 'product: linux', false],
    ['any', 'product: kubernetes, category: application', false],
  ])('for %s of %s', (rules, logSource, applies) => {
    const compiled = compileRule(rule, { filters: [filter(rules, logSource)] });
    const narrowed = applies ? 'type:audit and verb:get and not user:ann' : 'type:audit and verb:get';
    expect(compiled.refusals === null && compiled.text).toBe(narrowed);
  });
});

const SIGMA_HQ = join(import.meta.dirname, '../../../shared/detections/sigma');

describe.skipIf(!existsSync(SIGMA_HQ))('rules of SigmaHQ (skipped where they are not beside the project)', () => {
  const files = existsSync(SIGMA_HQ)
    ? readdirSync(SIGMA_HQ, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yml'))
    : [];
  const all = files.map((file) => ({ file, ...parseSigma(readFileSync(join(SIGMA_HQ, file), 'utf8')) }));

  test('all that are supported are read', () => {
    const broken = all.filter(({ problems }) => problems.length > 0);
    expect(broken.filter(({ file }) => !file.startsWith('unsupported'))).toEqual([]);
  });

  test('those of Kubernetes audit, and most others, compile to queries that can be written', () => {
    const refused: string[] = [];
    for (const { file, documents } of all) {
      for (const document of documents) {
        if (document.kind !== 'rule') continue;
        const compiled = compileRule(document);
        if (compiled.refusals !== null) refused.push(file);
        else if (compiled.text !== null)
          expect([file, withoutSpans(parseQuery(compiled.text))]).toEqual([file, withoutSpans(compiled.query)]);
      }
    }
    expect(refused.filter((file) => file.includes('kubernetes'))).toEqual([]);
    expect(refused.length).toBeLessThan(files.length / 20);
  });
});
