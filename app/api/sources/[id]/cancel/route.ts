import { cancelSource } from '@/lib/store';
import { type IdContext, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'POST /api/sources/{id}/cancel', async (_principal, nameSubject) => {
    const source = await cancelSource((await params).id);
    nameSubject(source.name);
    return source;
  });
}
