import type { Dialect } from './dialect';
import { LogQl } from './logql-parser';

/** A selector, a line filter, or a function that counts what a selector chooses. */
const CERTAIN = /^\s*(?:\{\s*(?:\}|[A-Za-z_][\w.]*\s*(?:=~|!~|!=|=)\s*["`])|\|[=~>]\s*["`]|![=~>]\s*["`])/;
const METRIC =
  /^\s*(?:sum|avg|min|max|count|topk|bottomk|sort|quantile|stddev|rate|bytes_rate|[a-z]+_over_time)\s*(?:by\b|without\b|\()[^{]*\{\s*[A-Za-z_][\w.]*\s*[=!]/;

/** Loki's language, but for its metric queries. Grammar: https://grafana.com/docs/loki/latest/query/log_queries/ */
export const logql: Dialect = {
  name: 'logql',
  title: 'LogQL',
  likeness: (text) => (CERTAIN.test(text) || METRIC.test(text) ? 'certain' : 'no'),
  translate: (text) => new LogQl(text).translation(),
  examples: [
    {
      text: '{namespace="x", pod=~"api-.*"} |= "err" != "debug" | json | status >= 500',
      reads: 'namespace:x and pod:api-* and err and not debug and status>=500',
      finds: [{ namespace: 'x', pod: 'api-1', status: 503, text: 'an err' }],
      misses: [
        { namespace: 'x', pod: 'api-1', status: 503, text: 'err debug' },
        { namespace: 'x', pod: 'web', status: 503, text: 'err' },
        { namespace: 'x', pod: 'api-1', status: 404, text: 'err' },
      ],
    },
    {
      text: '{k8s_pod_name="a", stream!="stderr"} |~ "(?i)time(d out|out)"',
      reads: 'pod:a and not stream:stderr and ("timed out" or timeout)',
      finds: [
        { pod: 'a', text: 'Timed out' },
        { pod: 'a', stream: 'stdout', text: 'timeout' },
      ],
      misses: [
        { pod: 'a', stream: 'stderr', text: 'timeout' },
        { pod: 'a', text: 'time' },
      ],
    },
    {
      text: '{app="shop", container=~"web|api", level!~"debug|info"}',
      reads: 'component:shop and container:(web or api) and not severity:(debug or info)',
      finds: [
        { component: 'shop', container: 'api', severity: 'error' },
        { component: 'shop', container: 'web' },
      ],
      misses: [
        { component: 'shop', container: 'web-2' },
        { component: 'shop', container: 'api', severity: 'info' },
      ],
    },
    {
      text: '{node=""} |= `a "b" \\n` or "c"',
      reads: 'not node:* and ("a \\"b\\" \\\\n" or c)',
      finds: [{ text: 'a "b" \\n' }, { text: 'c' }],
      misses: [{ node: 'n', text: 'c' }, { text: 'a "b" \n' }],
    },
    {
      text: '{pod=~"web-[0-9]+"} | logfmt | duration > 10s or (method = "GET" and bytes > 20MB)',
      reads: 'pod:/^(?:web-[0-9]+)$/ and (duration_ms>10000 or (method:GET and bytes>20000000))',
      finds: [
        { pod: 'web-1', duration_ms: 10_001 },
        { pod: 'web-22', method: 'GET', bytes: 20_000_001 },
      ],
      misses: [
        { pod: 'web-1x', duration_ms: 10_001 },
        { pod: 'web-1', duration_ms: 9000 },
      ],
    },
    { text: '{pod="a"} |~ "[0-9]{3}"', refused: /message:\/…\//, at: '"[0-9]{3}"' },
    { text: '{pod="a"} | json | line_format "{{.msg}}"', refused: /line_format/, at: 'line_format' },
    { text: '{pod="a"} |> "<_> failed <_>"', refused: /pattern/, at: '|>' },
    { text: 'sum by (pod) (rate({namespace="x"}[5m]))', refused: /selects events/, at: 'sum' },
    { text: '{pod="a"} | regexp "(?P<x>a)"', refused: /regexp/, at: 'regexp' },
    { text: '{pod="a"} |= ip("10.0.0.0/8")', refused: /ip\(/, at: 'ip("10.0.0.0/8")' },
    { text: '{pod=~"a(b"}', refused: /not closed/, at: '"a(b"' },
    { text: '{pod="a"', refused: /brace/, at: '{' },
  ],
};
