import { auditWebhook } from './audit-webhook';
import { json } from './json';
import type { Receiver } from './receiver';

/** Every receiver, in the order in which they are asked. */
export const RECEIVERS: readonly Receiver[] = [auditWebhook, json];
