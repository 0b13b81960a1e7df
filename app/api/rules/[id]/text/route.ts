import { readRuleText } from '@/lib/store';
import { type IdContext, plainText, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/rules/{id}/text', async () =>
    plainText(await readRuleText((await params).id, request.signal)),
  );
}
