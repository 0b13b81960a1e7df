import type { WebhookFormatter } from './webhook-format';

/** Findings as `/api/findings` gives them. */
export const json: WebhookFormatter = {
  name: 'json',
  title: 'JSON',
  message: ({ findings, origin }) => ({ trackway: origin, findings }),
};
