import { unpinEvent } from '@/lib/store';
import { respond } from '../../../../respond';
import { authorOf } from '../../../hunt-request';

export const dynamic = 'force-dynamic';

interface Context {
  readonly params: Promise<{ readonly slug: string; readonly event: string }>;
}

/** Answers with the hunt as it is afterwards. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return respond(request, 'DELETE /api/hunts/{slug}/pins/{event}', async (principal) => {
    const { slug, event } = await params;
    return unpinEvent(slug, event, authorOf(principal));
  });
}
