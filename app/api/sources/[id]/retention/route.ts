import { sourceRetention } from '@/lib/interface';
import { changeSourceRetention } from '@/lib/store';
import { body, type IdContext, respond } from '../../../respond';
import { sourceResponse } from '../source-response';

export const dynamic = 'force-dynamic';

/** Answers with the source as it is now; what is due goes soon after. */
export function PUT(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'PUT /api/sources/{id}/retention', async (_principal, nameSubject) => {
    const { id } = await params;
    const wanted = await body(request, sourceRetention);
    const name = await changeSourceRetention(id, wanted);
    nameSubject(`${name}: ${wordsOf(wanted.own, wanted.keepDays)}`);
    return sourceResponse(id, { files: '0' }, request.signal);
  });
}

function wordsOf(own: boolean, days: number | null): string {
  if (!own) return 'as all';
  return days === null ? 'for ever' : `${days} days`;
}
