import type { WebhookFormat } from '@/lib/interface';
import { json } from './json';
import { slack } from './slack';
import type { WebhookFormatter, WebhookMessage } from './webhook-format';

/** Every way to tell of findings. */
const FORMATTERS: readonly WebhookFormatter[] = [slack, json];

/** The body of a message in a format. */
export function messageIn(format: WebhookFormat, message: WebhookMessage): string {
  const formatter = FORMATTERS.find(({ name }) => name === format);
  if (formatter === undefined) throw new TypeError(`the format ${format} of webhooks is not known`);
  return JSON.stringify(formatter.message(message));
}

export type { WebhookMessage } from './webhook-format';
