import { toExported } from '@/lib/hunts';
import { readHunt } from '@/lib/store';
import { download, respond } from '../../../respond';
import { textStream } from '../../../text-stream';
import type { SlugContext } from '../../hunt-request';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'GET /api/hunts/{slug}/export', async (_principal, nameSubject) => {
    const hunt = await readHunt((await params).slug, request.signal);
    nameSubject(hunt.title);
    const text = JSON.stringify(toExported(hunt, new Date().toISOString()));
    return download(await textStream(only(text)), `${hunt.slug}.json`, 'application/json', Buffer.byteLength(text));
  });
}

async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
