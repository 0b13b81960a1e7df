import { nameOf } from '@/lib/auth';
import { newLink } from '@/lib/interface';
import { keepLink } from '@/lib/store';
import { body, json, respond } from '../respond';

export const dynamic = 'force-dynamic';

/** Room for the longest search in any alphabet, and for how JSON writes it. */
const BODY_BYTES_MAX = 512 * 1024;

export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/links', async (principal, nameSubject) => {
    const wanted = await body(request, newLink, BODY_BYTES_MAX);
    const link = await keepLink(wanted, nameOf(principal), request.signal);
    nameSubject(
      wanted.remember ? `${link.path} as ${link.url}` : `${link.path} as ${link.url}, too long for an address`,
    );
    return json(201, link);
  });
}
