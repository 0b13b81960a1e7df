import { readMetrics } from '@/lib/store';
import { respond } from '../api/respond';
import { metricsText } from './metrics-text';

export const dynamic = 'force-dynamic';

const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /metrics', async () => {
    const text = metricsText(await readMetrics(), process.memoryUsage().rss);
    return new Response(text, { headers: { 'content-type': PROMETHEUS_TEXT, 'cache-control': 'no-store' } });
  });
}
