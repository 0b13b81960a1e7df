import { describe, expect, test } from 'vitest';
import { parseQuery } from '@/lib/query';
import type { KeptRequests } from './kept-requests';
import { requestGaps } from './request-gaps';
import { requestsOf } from './testing/requests-of';

function gaps(q: string, requests: readonly Partial<KeptRequests>[], untoldBodies = false) {
  const ground = { types: new Set(['audit'] as const), fields: new Map(), requests: requests.map(requestsOf) };
  return requestGaps(parseQuery(q), { ...ground, untoldBodies });
}

const missing = (q: string, requests: readonly Partial<KeptRequests>[]) => gaps(q, requests).missing;
const limits = (q: string, requests: readonly Partial<KeptRequests>[]) => gaps(q, requests).limits;
const RECEIVED = { stage: 'RequestReceived' } as const;
const EXEC = { verb: 'create', subresource: 'exec' } as const;
const SECRETS = { resource: 'secrets' } as const;
const NOTHING = { missing: [], limits: [] };

describe('stages', () => {
  test.each([
    'type:audit status:403',
    'type:audit decision:forbid',
    'type:audit resource:pods -stage:RequestReceived',
    'type:audit user:ann (status:200 or reason:*)',
    'type:audit impersonatedUser.username:*',
    'type:audit verb:create pod.privileged:true',
    'type:audit severity>=warning',
    'type:audit stage:ResponseComplete',
    'type:audit annotations.pod-security.kubernetes.io/audit-violations:*',
  ])('%s needs more than that requests were received', (q) => {
    const [sentence] = missing(q, [{ verb: 'create', ...RECEIVED }, RECEIVED]);
    expect(sentence).toBe(
      'Requests are logged only as they come in, not with what came of them. Take ResponseComplete out of omitStages in the audit policy.',
    );
    expect(gaps(q, [requestsOf({ verb: 'create' })])).toEqual(NOTHING);
  });

  test.each([
    'type:audit verb:get',
    'type:audit not status>=400',
    'type:audit user:ann or status:403',
    'type:audit stage:RequestReceived',
    'type:audit "kubectl"',
    'type:audit annotations.authentication.k8s.io/legacy-token:*',
  ])('%s can do without an outcome', (q) => {
    expect(gaps(q, [RECEIVED])).toEqual(NOTHING);
  });

  test('are judged of the requests that a query is about', () => {
    const log = [{ ...EXEC, ...RECEIVED }, {}];
    expect(missing('type:audit subresource:exec status<400', log)).toEqual([
      'Requests for pods/exec are logged only as they come in, not with what came of them. Take ResponseStarted and ResponseComplete out of omitStages in the audit policy.',
    ]);
    expect(missing('type:audit resource:pods -subresource:* status:403', log)).toEqual([]);
    expect(limits('type:audit status:403', log)).toEqual([expect.stringContaining('for pods/exec')]);
  });

  test('of what nobody asked for, all others tell', () => {
    expect(gaps('type:audit resource:secrets status:403', [{}])).toEqual(NOTHING);
    expect(missing('type:audit resource:secrets status:403', [RECEIVED])).toHaveLength(1);
  });

  test('one that is on its way says nothing where others of its kind ended', () => {
    expect(gaps('type:audit resource:pods status:403', [RECEIVED, {}])).toEqual(NOTHING);
  });

  test('sessions that are logged only when they end are seen late', () => {
    const q = 'type:audit subresource:exec verb:create status<400';
    expect(limits(q, [EXEC])).toEqual([expect.stringContaining('requests for pods/exec only when they ended')]);
    expect(limits(q, [{ ...EXEC, stages: 'ResponseStarted,ResponseComplete' }])).toEqual([]);
    expect(limits(q, [EXEC, { ...EXEC, stage: 'ResponseStarted' }])).toEqual([]);
    expect(limits('type:audit verb:watch', [{ verb: 'watch' }])).toHaveLength(1);
    expect(limits('type:audit resource:pods', [EXEC, {}])).toEqual([]);
  });

  test('that a query names and no request ends at are told by name', () => {
    expect(missing('type:audit stage:RequestReceived', [{}])).toEqual([
      'The audit log has no requests at the stage RequestReceived. Take RequestReceived out of omitStages in the audit policy.',
    ]);
    const joined = { ...EXEC, stages: 'ResponseStarted,ResponseComplete' };
    expect(missing('type:audit stage:ResponseStarted', [joined])).toEqual([
      expect.stringContaining('Ask for stages:*ResponseStarted* instead'),
    ]);
    expect(gaps('type:audit stages:*ResponseStarted*', [joined])).toEqual(NOTHING);
    expect(missing('type:audit stage:ResponseComplete', [{ stage: null }])).toEqual([
      'The audit log does not tell the stages of requests.',
    ]);
  });

  test('of pods are those of pods and of whatever makes pods, and of other kinds whose bodies are there', () => {
    const log = [
      { verb: 'create', level: 'Request' },
      { verb: 'create', resource: 'endpoints', level: 'Metadata' },
      { verb: 'patch', subresource: 'status', level: 'Metadata' },
    ];
    expect(gaps('type:audit image:evil', log)).toEqual(NOTHING);
    expect(limits('type:audit image:evil', [...log, { verb: 'create', resource: 'jobs', level: 'Metadata' }])).toEqual([
      expect.stringContaining('for jobs:'),
    ]);
    expect(gaps('type:audit image:evil', [{ verb: 'create', resource: 'rollouts', level: 'Request' }])).toEqual(
      NOTHING,
    );
  });

  test('that requests panic is no matter of what is logged', () => {
    expect(gaps('type:audit stage:Panic', [{}])).toEqual(NOTHING);
  });
});

describe('levels', () => {
  const made = (level: string | null, resource = 'pods') => ({ verb: 'create', resource, level });

  test.each([
    ['Metadata', 1, 1],
    ['Request', 0, 1],
    ['RequestResponse', 0, 0],
  ])('%s', (level, ofRequests, ofAnswers) => {
    for (const q of ['requestObject.spec.hostNetwork:true', 'pod.hostPaths:*', 'image:*', 'requestObject:*'])
      expect(missing(`type:audit ${q}`, [made(level)])).toHaveLength(ofRequests);
    for (const q of ['responseObject.data.token:*', 'review.allowed:false', 'token.expirationTimestamp:*'])
      expect(missing(`type:audit ${q}`, [made(level)])).toHaveLength(ofAnswers);
    expect(gaps('type:audit verb:create resource:pods status<400', [made(level)])).toEqual(NOTHING);
  });

  test('say which one would do', () => {
    expect(missing('type:audit pod.privileged:true', [made('Metadata')])).toEqual([
      'The audit log keeps no bodies of requests for pods: its level there is Metadata. With the level Request in the audit policy it can be answered.',
    ]);
    expect(missing('type:audit responseObject.kind:Secret', [{ ...SECRETS, level: 'Request' }])).toEqual([
      'The audit log keeps no bodies of the answers to requests for secrets: its level there is Request. With the level RequestResponse in the audit policy it can be answered.',
    ]);
  });

  test('are judged by resource, and a part that is hidden is told', () => {
    const log = [made('Request'), made('Metadata', 'secrets'), made('Metadata', 'configmaps')];
    expect(missing('type:audit resource:secrets data.keys:*', log)).toHaveLength(1);
    expect(missing('type:audit resource:pods pod.privileged:true', log)).toEqual([]);
    expect(limits('type:audit resource:(pods or secrets) requestObject.metadata.name:x', log)).toEqual([
      expect.stringContaining('for secrets:'),
    ]);
    expect(missing('type:audit resource:(configmaps or secrets) data.keys:*', log)).toEqual([
      expect.stringContaining('for configmaps, secrets:'),
    ]);
  });

  test('of reads do not matter for what is made of changes', () => {
    expect(missing('type:audit pod.privileged:true', [made('Metadata'), { verb: 'list' }])).toHaveLength(1);
  });

  test('that are not told are told from bodies', () => {
    const log = [made(null)];
    expect(gaps('type:audit pod.privileged:true', log, true)).toEqual(NOTHING);
    expect(gaps('type:audit pod.privileged:true', log, false).missing).toEqual([
      'The audit log keeps no bodies of requests for pods. With the level Request in the audit policy it can be answered.',
    ]);
  });

  test('and stages that hide different resources are both told', () => {
    const log = [{ ...made('Request'), ...RECEIVED }, made('Metadata', 'jobs')];
    const found = missing('type:audit resource:(pods or jobs) pod.privileged:true', log);
    expect(found).toEqual([expect.stringContaining('for pods'), expect.stringContaining('for jobs:')]);
  });
});
