import type { LogSource } from '../rule';
import { application } from './application';
import { auditd } from './auditd';
import { azureActivity, cloudtrail, googleAudit } from './cloud';
import { dns } from './dns';
import { fileEvent } from './file-event';
import { firewall } from './firewall';
import { kubernetesAudit } from './kubernetes-audit';
import { linux, linuxServices } from './linux';
import type { LogSourceMapping, SourcePattern } from './log-source';
import { networkConnection } from './network-connection';
import { processCreation } from './process-creation';
import { proxy } from './proxy';
import { webserver } from './webserver';
import { zeekLogs } from './zeek';

/** Every log source of Sigma that is read here. */
export const LOG_SOURCES: readonly LogSourceMapping[] = [
  kubernetesAudit,
  processCreation,
  fileEvent,
  networkConnection,
  auditd,
  ...linuxServices,
  linux,
  webserver,
  proxy,
  ...zeekLogs,
  dns,
  firewall,
  application,
  cloudtrail,
  googleAudit,
  azureActivity,
];

const KEYS = ['category', 'product', 'service'] as const;

/** What stands for a rule's log source; null when nothing that is read here does. */
export function logSourceFor(source: LogSource): LogSourceMapping | null {
  return LOG_SOURCES.find(({ sources }) => sources.some((pattern) => fits(pattern, source))) ?? null;
}

/** A log source as people write it. */
export function sourceWords(source: LogSource): string {
  return KEYS.flatMap((key) => (source[key] === null ? [] : [`${key}: ${source[key]}`])).join(', ');
}

function fits(pattern: SourcePattern, source: LogSource): boolean {
  return KEYS.every((key) => pattern[key] === '*' || (pattern[key] ?? null) === source[key]);
}

export type { FieldTarget, LogSourceMapping, MappingExample, SourcePattern } from './log-source';
