import type { FindingAnswer, WebhookFormat } from '@/lib/interface';

/** What a message is about. */
export interface WebhookMessage {
  /** The worst first; at least one. */
  readonly findings: readonly FindingAnswer[];
  /** Where people reach Trackway, for links; null when nobody said. */
  readonly origin: string | null;
}

/** How findings are told in one way. Plain data. */
export interface WebhookFormatter {
  readonly name: WebhookFormat;
  readonly title: string;
  /** The JSON of a message. */
  message(message: WebhookMessage): unknown;
}
