import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsePipeline, planOf, queryPredicate } from '@/lib/query';
import { readRecord } from '@/lib/sigma/testing/read-record';
import { BUILT_IN_RULES } from './built-in-rules';

const LABELS = join(import.meta.dirname, '../../../shared/detections/panther-tests.jsonl');

/** More of them, in the shape of logs; those of the rules above among them. */
const LOGS = [
  'audit/panther-labs__panther-analysis__tests_Amazon_EKS_Audit',
  'cloud/panther-labs__panther-analysis__tests_Azure_MonitorActivity',
].map((name) => join(import.meta.dirname, '../../../shared/logs', name));

/** Rules of Panther, and those of ours that are about the same. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  'Amazon.EKS.Audit.SystemNamespaceFromPublicIP': ['account-from-outside'],
  'Kubernetes.API.AnonymousAccess': ['anonymous-access-worked', 'anonymous-from-outside'],
  'Kubernetes.BulkSecretAccess': ['secret-asked'],
  'Kubernetes.ClusterRoleBinding.Privileged': ['powerful-role-bound'],
  'Kubernetes.Ingress.NoTLS': ['ingress-without-tls'],
  'Kubernetes.Pod.Exec': ['commands-in-pods'],
  'Kubernetes.Pod.Host.IPC': ['host-processes-pod'],
  'Kubernetes.Pod.Host.PID': ['host-processes-pod'],
  'Kubernetes.Pod.SystemNamespace': ['made-in-system-namespace'],
  'Kubernetes.Role.PodExec': ['role-that-hands-out-rights'],
  'Kubernetes.Secrets.DumpAllNamespaces': ['all-secrets-taken'],
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
const DIFFERENT: ReadonlySet<string> = new Set([
  'Amazon.EKS.Audit.SystemNamespaceFromPublicIP: system username - public ip - not ResponseComplete',
  'Amazon.EKS.Audit.SystemNamespaceFromPublicIP: system user from non-AWS public IP - should alert',
  'Amazon.EKS.Audit.SystemNamespaceFromPublicIP: attacker from non-AWS IP targeting AWS resource - should alert despite AWS target',
  'Kubernetes.Pod.SystemNamespace: Deployment creating pod (not direct pod creation)',
]);

const labelled = z.object({ rule: z.string(), test: z.string(), expected: z.boolean(), log: z.unknown() });
const label = z.object({ line: z.number(), rule_id: z.string(), test: z.string(), expected_match: z.boolean() });
type Labelled = z.infer<typeof labelled>;

describe.skipIf(!existsSync(LABELS))('labels of Panther (skipped where they are not beside the project)', () => {
  const events = [...withLabels(LABELS), ...LOGS.flatMap(besideLabels)].filter(({ rule }) => rule in ALIKE);

  test.each(events.map((event) => ({ ...event, name: `${event.rule}: ${event.test}` })))('$name', (event) => {
    const read = readRecord(JSON.stringify(event.log));
    const found = (ALIKE[event.rule] ?? []).some((name) => finds(name, read));
    expect(found).toBe(DIFFERENT.has(event.name) ? !event.expected : event.expected);
  });
});

function linesOf(path: string): unknown[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Events with their labels, a line each. */
function withLabels(path: string): Labelled[] {
  return linesOf(path).map((line) => labelled.parse(line));
}

/** Events in one file, and in another their labels by the number of the line. */
function besideLabels(path: string): Labelled[] {
  const logs = linesOf(`${path}.jsonl`);
  return linesOf(`${path}.labels.jsonl`).map((line) => {
    const { line: number, rule_id: rule, test: name, expected_match: expected } = label.parse(line);
    return { rule, test: name, expected, log: logs[number - 1] };
  });
}

function finds(name: string, event: ReturnType<typeof readRecord>): boolean {
  const rule = BUILT_IN_RULES.find((other) => other.name === name);
  if (rule?.kind !== 'rule') throw new Error(`no rule is called ${name}`);
  return queryPredicate(planOf(parsePipeline(rule.q)).filter, new Date(0))(event);
}
