import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG_TYPES } from '@/lib/events';
import { SAMPLE_LAST_DAY } from '@/lib/interface';
import { sampleTruth } from '@/lib/sample';
import { closeStore, countEvents } from '@/lib/store';
import { writeSampleArchive } from './sample-archive';
import { filesOf, readUpload } from './test-reading';

/** Little of the everyday: the attack is the same in any week of the seed. */
const OPTIONS = { seed: 7, volume: 0.05 };
const { steps } = sampleTruth(OPTIONS.seed);
const evidence = steps.flatMap((step) =>
  step.evidence.map((each) => ({ step, ...each, title: `${step.name}: ${each.shows}` })),
);

let id = '';
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-sample-'));
  const path = join(folder, 'sample');
  await writeSampleArchive(path, OPTIONS);
  id = await readUpload('Sample incident', await readFile(path));
  await rm(folder, { recursive: true });
}, 180_000);
afterAll(closeStore);

async function count(q: string, range: { from?: string; to?: string } = {}): Promise<number> {
  return (await countEvents({ type: [], q, source: id, ...range })).count;
}

describe('the sample, read', () => {
  test('every line of every file is read', async () => {
    const files = await filesOf(id);
    expect(files.length).toBeGreaterThan(200);
    expect(
      files.filter((file) => file.state !== 'ready' || file.unparsed > 0 || file.lines !== file.linesRead),
    ).toEqual([]);
    // What programs say of themselves behind a time and a name has no form to be read.
    expect(files.filter((file) => file.plain > 0 && !file.path.includes('/var/log/syslog'))).toEqual([]);
  });

  test.each(LOG_TYPES)('%s logs are in it, each day', async (type) => {
    for (let day = 2; day <= 8; day += 1) {
      const from = `2025-06-0${day}T00:00:00Z`;
      expect(await count(`type:${type}`, { from, to: from.replace('T00:00:00', 'T23:59:59') }), from).toBeGreaterThan(
        50,
      );
    }
  });

  test('nothing is outside of the week; only the heads of the cloud’s files have no time', async () => {
    const inside = await count('', { from: '2025-06-02T00:00:00Z', to: SAMPLE_LAST_DAY.to });
    expect((await count('')) - inside).toBe(7);
  });

  test('what is the same in two logs is not the same file twice', async () => {
    expect((await filesOf(id)).filter(({ duplicateOf }) => duplicateOf !== null)).toEqual([]);
  });
});

describe('what is true about it', () => {
  test.each(evidence)('$title', async ({ step, query, count: expected }) => {
    expect(await count(query, { from: step.from, to: step.to })).toBe(expected);
  });

  test.each(evidence)('the quiet days have nothing of it: $title', async ({ query }) => {
    expect(await count(query, { to: SAMPLE_LAST_DAY.from })).toBe(0);
  });
});

/** What is harmless and looks as if it were not; each query finds it on at least one quiet day. */
const DECOYS: readonly (readonly [what: string, query: string])[] = [
  ['a shell in a pod', 'type:audit resource:pods subresource:exec'],
  ['secrets that a program reads', 'type:audit verb:get resource:secrets user:*argocd*'],
  ['refusals of a controller without rights', 'type:audit status:403 user:*pvc-janitor'],
  ['a backup that sends gigabytes outside', 'format:aws-vpc-flow bytes>100MB direction:egress'],
  ['a connection each minute', 'format:hubble src_pod:ledger-* dst_port:8443'],
  ['scanners at the ingress', 'format:access-log path:/.env'],
  ['new versions', 'type:control-plane reason:Pulling'],
  ['a node that starts anew', 'type:control-plane reason:Rebooted'],
  ['a wrong password', 'component:sshd decision:forbid'],
  ['a certificate that is too old', 'type:control-plane "certificate has expired"'],
  ['errors by the dozen', 'type:application container:mailer severity:error'],
];

test.each(DECOYS)('the quiet days have %s', async (_what, query) => {
  expect(await count(query, { to: SAMPLE_LAST_DAY.from })).toBeGreaterThan(0);
});
