import { REFUSAL_STATUS, textAnswer } from './answers';
import type { ProbeReceiver } from './receiver';

const PATHS: ReadonlySet<string> = new Set([
  '/ready',
  '/loki/ready',
  '/services/collector/health',
  '/services/collector/health/1.0',
]);

/** Whether one is there: what Vector asks of Loki and of Splunk before it sends. */
export const healthProbes: ProbeReceiver = {
  name: 'health-probes',
  title: 'Health of Loki and Splunk',
  about: 'Vector asks for it before it sends.',
  source: 'https://vector.dev/docs/reference/configuration/sinks/loki/',
  flow: 'probe',
  wantsToken: false,
  takes: ({ method, path }) => (method === 'GET' || method === 'HEAD') && PATHS.has(path),
  answer: ({ path }) =>
    path.endsWith('ready') ? textAnswer(200, 'ready\n') : textAnswer(200, '{"text":"HEC is healthy","code":17}'),
  refused: (_request, why, message) => textAnswer(REFUSAL_STATUS[why], `${message}\n`),
  examples: [
    { method: 'GET', path: '/ready', status: 200 },
    { method: 'GET', path: '/services/collector/health/1.0', status: 200 },
  ],
};
