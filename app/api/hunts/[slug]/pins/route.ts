import { newPin } from '@/lib/interface';
import { pinEvent } from '@/lib/store';
import { body, respond } from '../../../respond';
import { authorOf, type SlugContext } from '../../hunt-request';

export const dynamic = 'force-dynamic';

/** Answers with the hunt as it is afterwards. */
export function POST(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'POST /api/hunts/{slug}/pins', async (principal, nameSubject) => {
    const { slug } = await params;
    const asked = await body(request, newPin);
    nameSubject(`${asked.event} in ${slug}`);
    return pinEvent(slug, asked, authorOf(principal), request.signal);
  });
}
