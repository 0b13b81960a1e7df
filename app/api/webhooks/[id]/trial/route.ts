import { tryWebhook } from '@/lib/ingest';
import { type IdContext, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'POST /api/webhooks/{id}/trial', async (_principal, nameSubject) => {
    const { name, delivered, message } = await tryWebhook((await params).id);
    nameSubject(name);
    return { delivered, message };
  });
}
