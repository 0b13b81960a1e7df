import { nameOf } from '@/lib/auth';
import { addWebhook } from '@/lib/ingest';
import { webhookCreation } from '@/lib/interface';
import { readWebhooks } from '@/lib/store';
import { body, json, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/webhooks', () => readWebhooks());
}

export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/webhooks', async (principal, nameSubject) => {
    const asked = await body(request, webhookCreation);
    nameSubject(asked.name);
    return json(201, await addWebhook(asked, nameOf(principal)));
  });
}
