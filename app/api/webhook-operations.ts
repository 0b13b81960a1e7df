import {
  doneAnswer,
  webhookAnswer,
  webhookCreation,
  webhookPatch,
  webhooksAnswer,
  webhookTrialAnswer,
} from '@/lib/interface';
import type { Operation } from './operation';

/** Where new findings are told of: only where an administrator said so. */
export const WEBHOOK_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/webhooks',
    summary: 'All webhooks, with a part of their addresses, and what became of the last message.',
    answer: webhooksAnswer,
  },
  {
    method: 'post',
    path: '/api/webhooks',
    summary:
      'Makes a webhook: new findings of a level and above are sent to its address, each once, as Slack takes them or as JSON. Off unless `on` says otherwise.',
    body: webhookCreation,
    status: 201,
    answer: webhookAnswer,
  },
  {
    method: 'patch',
    path: '/api/webhooks/{id}',
    summary: 'Changes a webhook.',
    body: webhookPatch,
    answer: webhookAnswer,
  },
  {
    method: 'delete',
    path: '/api/webhooks/{id}',
    summary: 'Deletes a webhook with what waits for it.',
    answer: doneAnswer,
  },
  {
    method: 'post',
    path: '/api/webhooks/{id}/trial',
    summary: 'Sends a made-up finding to a webhook, on or off, and says what the other side answered.',
    answer: webhookTrialAnswer,
  },
];
