import type { FindingLevel, WebhookFormat } from '@/lib/interface';

/** What messages are called by the program that takes them. */
export const FORMAT_LABELS: Readonly<Record<WebhookFormat, string>> = { slack: 'Slack', json: 'JSON' };

/** Which findings a webhook is told of, by the least level. */
export const LEVEL_LABELS: Readonly<Record<FindingLevel, string>> = {
  informational: 'all',
  low: 'low and above',
  medium: 'medium and above',
  high: 'high and above',
  critical: 'critical',
};
