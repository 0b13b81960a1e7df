import { auditWebhook } from './audit-webhook';
import { elasticBulk } from './elastic-bulk';
import { elasticProbes } from './elastic-probes';
import { healthProbes } from './health-probes';
import { journalUpload } from './journal-upload';
import { json } from './json';
import { loki } from './loki';
import { otlp } from './otlp';
import { plainLines } from './plain-lines';
import type { Receiver } from './receiver';
import { splunkHec } from './splunk-hec';

/** Every receiver, in the order in which they are asked. */
export const RECEIVERS: readonly Receiver[] = [
  otlp,
  loki,
  elasticBulk,
  splunkHec,
  auditWebhook,
  journalUpload,
  plainLines,
  json,
  healthProbes,
  elasticProbes,
];
