import { nameOf } from '@/lib/auth';
import { env } from '@/lib/env';
import { BadRequest } from '@/lib/errors';
import { reportParameters } from '@/lib/interface';
import { isTimeZone, reportHtml, reportMarkdown } from '@/lib/report';
import { readReport } from '@/lib/store';
import { download, parameters, respond } from '../../../respond';
import type { SlugContext } from '../../hunt-request';

export const dynamic = 'force-dynamic';

const HTML = 'text/html; charset=utf-8';

export function GET(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'GET /api/hunts/{slug}/report', async (principal, nameSubject) => {
    const { format, zone, download: isKept } = parameters(request, reportParameters);
    if (!isTimeZone(zone))
      throw new BadRequest(`zone: there is no time zone "${zone}"; use a name such as Europe/Berlin`);
    const { slug } = await params;
    const wish = { zone, madeBy: nameOf(principal), address: addressOf(request, slug) };
    const facts = await readReport(slug, wish, request.signal);
    nameSubject(facts.hunt.title);
    const file = `${facts.hunt.slug}-report`;
    if (format === 'markdown') return kept(reportMarkdown(facts), `${file}.md`, 'text/markdown; charset=utf-8');
    const html = reportHtml(facts);
    return isKept === 'yes' ? kept(html, `${file}.html`, HTML) : shown(html);
  });
}

function kept(text: string, name: string, mediaType: string): Response {
  const bytes = new Blob([text]);
  return download(bytes.stream(), name, mediaType, bytes.size);
}

/** As a page of its own. That nothing in it may run or be loaded is said by the page and, of all of `/api`, by the web process. */
function shown(html: string): Response {
  return new Response(html, { headers: { 'content-type': HTML, 'cache-control': 'no-store' } });
}

/** Where a reader finds the hunt: at the address that people know, where it is not the one that the request came to. */
function addressOf(request: Request, slug: string): string {
  // The web process lets through no host that is not ours; the address of the request has another one.
  const origin = env().TRACKWAY_ORIGIN ?? `http://${request.headers.get('host') ?? new URL(request.url).host}`;
  return `${origin}/hunts/${encodeURIComponent(slug)}`;
}
