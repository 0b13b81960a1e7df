import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsePipeline, planOf, queryPredicate } from '@/lib/query';
import { readRecord } from '@/lib/sigma/testing/read-record';
import { BUILT_IN_RULES } from './built-in-rules';

const LABELS = join(import.meta.dirname, '../../../shared/detections/panther-tests.jsonl');

/** Rules of Panther, and those of ours that are about the same. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  'Amazon.EKS.AnonymousAPIAccess': ['anonymous-access-worked', 'anonymous-from-outside'],
  'Amazon.EKS.Audit.Multiple403': ['refused-from-outside'],
  'GCP.GKE.Kubernetes.Cron.Job.Created.Or.Modified': ['scheduled-job-changed'],
  'GCP.K8S.Pod.Create.Or.Modify.Host.Path.Volume.Mount': ['sensitive-host-path'],
  'GCP.K8S.Privileged.Pod.Created': ['privileged-pod', 'root-pod'],
  'GCP.K8S.Service.Type.NodePort.Deployed': ['port-of-nodes-opened'],
  'GCP.K8s.New.Daemonset.Deployed': ['daemonset-made'],
  'GCP.K8s.Pod.Attached.To.Node.Host.Network': ['host-network-pod'],
  'Kubernetes.API.Multiple403.PublicIP': ['refused-from-outside'],
  'Kubernetes.AdmissionController.Created': ['admission-webhook-made'],
  'Kubernetes.ClientCertificate.Created': ['client-certificate-requested'],
  'Kubernetes.CronJob.CreatedOrModified': ['scheduled-job-changed'],
  'Kubernetes.DaemonSet.Created': ['daemonset-made'],
  'Kubernetes.Kubectl.CP.Operation': ['files-copied-out-of-pod'],
  'Kubernetes.Pod.Dangerous.Capabilities': ['dangerous-capabilities-pod'],
  'Kubernetes.Pod.Host.Network': ['host-network-pod'],
  'Kubernetes.Pod.HostPath.Volume': ['sensitive-host-path', 'host-path'],
  'Kubernetes.Pod.Privileged.Created': ['privileged-pod', 'root-pod'],
  'Kubernetes.Pod.StealServiceAccountToken': ['token-read-in-pod'],
  'Kubernetes.Role.NodeProxyPermissions': ['role-reaching-kubelets'],
  'Kubernetes.Role.Wildcard': ['role-with-everything'],
  'Kubernetes.Role.WritePermissions': ['role-that-writes'],
  'Kubernetes.Secret.AccessDenied': ['secret-refused'],
  'Kubernetes.Service.NodePort.Deployed': ['port-of-nodes-opened'],
  'Kubernetes.ServiceAccount.TokenCreated': ['token-minted'],
  'Kubernetes.System.Principal.PublicIP': ['account-from-outside'],
  'Kubernetes.SystemRole.Modified': ['system-role-changed'],
};

/** Labels that ours do not agree with, on purpose; why: docs/rules.md. */
const DIFFERENT: ReadonlySet<string> = new Set([]);

const line = z.object({ rule: z.string(), test: z.string(), expected: z.boolean(), log: z.unknown() });

describe.skipIf(!existsSync(LABELS))('labels of Panther (skipped where they are not beside the project)', () => {
  const labels = existsSync(LABELS) ? readFileSync(LABELS, 'utf8').trim().split('\n') : [];
  const events = labels.map((text) => line.parse(JSON.parse(text))).filter(({ rule }) => ALIKE[rule] !== undefined);

  test.each(events.map((event) => ({ ...event, name: `${event.rule}: ${event.test}` })))('$name', (event) => {
    const read = readRecord(JSON.stringify(event.log));
    const found = (ALIKE[event.rule] ?? []).some((name) => finds(name, read));
    expect(found).toBe(DIFFERENT.has(event.name) ? !event.expected : event.expected);
  });
});

function finds(name: string, event: ReturnType<typeof readRecord>): boolean {
  const rule = BUILT_IN_RULES.find((other) => other.name === name);
  if (rule?.kind !== 'rule') throw new Error(`no rule is called ${name}`);
  return queryPredicate(planOf(parsePipeline(rule.q)).filter, new Date(0))(event);
}
