import type { OperationName } from '@/lib/auth';
import { NotFound } from '@/lib/errors';
import { respond } from '../respond';

export const dynamic = 'force-dynamic';

/** Whatever no other handler is for: a program that mistyped a path expects JSON, not a page. */
function answer(operation: OperationName) {
  return (request: Request): Promise<Response> =>
    respond(request, operation, async () => {
      throw new NotFound(`there is no call ${new URL(request.url).pathname}; /api/openapi.json lists them all`);
    });
}

export const GET = answer('GET /api/{path}');
export const POST = answer('POST /api/{path}');
export const PUT = answer('PUT /api/{path}');
export const PATCH = answer('PATCH /api/{path}');
export const DELETE = answer('DELETE /api/{path}');
