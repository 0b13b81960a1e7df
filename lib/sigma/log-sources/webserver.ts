import { HTTP_FIELDS } from './http-fields';
import type { LogSourceMapping } from './log-source';

export const webserver: LogSourceMapping = {
  name: 'webserver',
  title: 'Web servers',
  about:
    'Requests in access logs of ingress controllers, proxies and applications, and the error logs of nginx and Apache.',
  sources: [
    { category: 'webserver', product: '*', service: '*' },
    { product: 'apache' },
    { product: 'apache', service: '*' },
    { product: 'nginx' },
    { product: 'nginx', service: '*' },
    { service: 'apache' },
    { service: 'nginx' },
    { product: 'modsecurity' },
  ],
  types: ['application', 'network'],
  events: 'type:(application or network) and (method:* or protocol:http or format:(nginx-error or apache-error))',
  fields: HTTP_FIELDS,
  ownFields: false,
  examples: [
    {
      detection: `
        selection:
          cs-method: GET
          cs-uri-query|contains: ../../
          sc-status: 200
        filter:
          cs-user-agent|startswith: probe
        condition: selection and not filter`,
      finds: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /a/../../etc/passwd HTTP/1.1" 200 59 "-" "curl"',
      misses: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /a/../../etc/passwd HTTP/1.1" 404 59 "-" "curl"',
    },
    {
      detection: `
        selection:
          cs-uri-stem|endswith: .jsp
          cs-uri-query|startswith: cmd=
          cs-referer: null
        condition: selection`,
      finds: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /x.jsp?CMD=id HTTP/1.1" 200 59 "-" "curl"',
      misses: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /x?cmd=id&y=.jsp HTTP/1.1" 200 59 "-" "curl"',
    },
    {
      detection: `
        selection:
          cs-uri-query: null
        condition: selection`,
      finds: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /x HTTP/1.1" 200 59 "-" "curl"',
      misses: '10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET /x?a=1 HTTP/1.1" 200 59 "-" "curl"',
    },
  ],
};
