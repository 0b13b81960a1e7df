import { env } from '@/lib/env';
import { BadRequest } from '@/lib/errors';
import type { FindingAnswer, WebhookAnswer, WebhookCreation, WebhookPatch, WebhookTrialAnswer } from '@/lib/interface';
import { changeWebhook, createWebhook, noteTrial, webhookTarget } from '@/lib/store';
import { messageIn } from '@/lib/webhooks';
import { whyForbidden } from './forbidden-address';
import { postMessage } from './post-message';

/** Makes a webhook. Throws `BadRequest` for an address that no message may go to. */
export async function addWebhook(given: WebhookCreation, by: string): Promise<WebhookAnswer> {
  refuseForbidden(given.address);
  return createWebhook(given, by);
}

/** Changes a webhook. Throws `NotFound`, and `BadRequest` as `addWebhook`. */
export async function patchWebhook(id: string, patch: WebhookPatch): Promise<WebhookAnswer> {
  if (patch.address !== undefined) refuseForbidden(patch.address);
  return changeWebhook(id, patch);
}

/** Sends a webhook a made-up finding, whether it is on or not. Throws `NotFound`. */
export async function tryWebhook(id: string): Promise<WebhookTrialAnswer & { readonly name: string }> {
  const { name, address, format } = await webhookTarget(id);
  const origin = env().TRACKWAY_ORIGIN ?? null;
  const outcome = await postMessage(address, messageIn(format, { findings: [madeUp(new Date())], origin }));
  await noteTrial(id, outcome);
  return { ...outcome, name };
}

function refuseForbidden(address: string): void {
  const why = whyForbidden(address);
  if (why !== null) throw new BadRequest(`address: ${why}`);
}

function madeUp(now: Date): FindingAnswer {
  const at = now.toISOString();
  return {
    ...{ id: '00000000-0000-0000-0000-000000000000', detector: 'trial', detectorTitle: 'Trial', type: 'audit' },
    ...{ from: at, to: at, level: 'informational', confidence: 'high', title: 'A trial of this webhook' },
    reason: 'Somebody tried whether messages arrive. Nothing was found.',
    ...{ observed: 0, expected: null, unit: 'count', history: 0, query: '', events: 0, subject: {}, techniques: [] },
    ...{ foundAt: at, changedAt: null, verdict: 'open', note: '', triagedBy: null, triagedAt: null },
  };
}
