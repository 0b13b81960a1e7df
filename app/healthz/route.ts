export const dynamic = 'force-dynamic';

/** Says that the process lives; looks at nothing else. */
export function GET(): Response {
  return new Response('ok\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
