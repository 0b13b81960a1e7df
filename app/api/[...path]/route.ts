import { NotFound } from '@/lib/errors';
import { respond } from '../respond';

export const dynamic = 'force-dynamic';

/** Whatever no other handler is for: a program that mistyped a path expects JSON, not a page. */
function answer(request: Request): Promise<Response> {
  return respond(async () => {
    throw new NotFound(`there is no call ${new URL(request.url).pathname}; /api/openapi.json lists them all`);
  });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
