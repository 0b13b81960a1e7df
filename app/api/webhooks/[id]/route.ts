import { patchWebhook } from '@/lib/ingest';
import { webhookPatch } from '@/lib/interface';
import { deleteWebhook } from '@/lib/store';
import { body, type IdContext, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function PATCH(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'PATCH /api/webhooks/{id}', async (_principal, nameSubject) => {
    const webhook = await patchWebhook((await params).id, await body(request, webhookPatch));
    nameSubject(webhook.name);
    return webhook;
  });
}

export function DELETE(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'DELETE /api/webhooks/{id}', async (_principal, nameSubject) => {
    nameSubject(await deleteWebhook((await params).id));
    return { done: true };
  });
}
