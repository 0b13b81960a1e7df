import { retentionRule } from '@/lib/interface';
import { previewRetention } from '@/lib/store';
import { body, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/retention/preview', async () =>
    previewRetention(await body(request, retentionRule), request.signal),
  );
}
