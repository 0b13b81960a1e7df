import { elasticAnswer, hearsNoRefusal, refused } from './elastic-bulk';
import type { ProbeReceiver } from './receiver';

/** As new as the shippers that look at it want it to be. */
const VERSION = '8.19.0';
const PATH = /^(?:\/elastic)?(\/?|\/_.*)$/;

const INFO = {
  name: 'trackway',
  cluster_name: 'trackway',
  cluster_uuid: 'trackway',
  version: {
    number: VERSION,
    build_flavor: 'default',
    build_type: 'docker',
    lucene_version: '9.12.0',
    minimum_wire_compatibility_version: '7.17.0',
    minimum_index_compatibility_version: '7.0.0',
  },
  tagline: 'You Know, for Search',
};

/** What questions are answered with; the first that fits. Whatever else is asked for does not exist, and what is put is accepted. */
const ANSWERS: readonly (readonly [RegExp, unknown])[] = [
  [/^\/?$/, INFO],
  [/^\/_license$/, { license: { uid: 'trackway', type: 'basic', status: 'active' } }],
  [/^\/_xpack$/, { build: {}, license: { uid: 'trackway', type: 'basic', status: 'active' }, features: {} }],
  [/^\/_cluster\/health/, { cluster_name: 'trackway', status: 'green', timed_out: false, number_of_nodes: 1 }],
  [/^\/_nodes/, { cluster_name: 'trackway', nodes: {} }],
];

/** What clients of Elasticsearch ask before they send documents. */
export const elasticProbes: ProbeReceiver = {
  name: 'elastic-probes',
  title: 'Questions of Elasticsearch clients',
  about: 'Version, licence and health as Beats, Logstash and Vector ask for them, and templates, which are not needed.',
  source: 'https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-info',
  flow: 'probe',
  wantsToken: true,
  takes: ({ method, path }) => PATH.test(path) && (method !== 'POST' || path.length > 1),
  // rsyslog asks before each try, and waits when it gets no answer.
  hearsNoRefusal,
  refused,
  answer({ method, path }) {
    if (method === 'PUT' || method === 'POST') return elasticAnswer(200, { acknowledged: true });
    const asked = PATH.exec(path)?.[1] ?? '';
    const known = ANSWERS.find(([pattern]) => pattern.test(asked));
    return known === undefined ? elasticAnswer(404, {}) : elasticAnswer(200, known[1]);
  },
  examples: [
    { method: 'GET', path: '/', status: 200 },
    { method: 'HEAD', path: '/elastic/', status: 200 },
    { method: 'GET', path: '/_license', status: 200 },
    { method: 'GET', path: '/elastic/_cluster/health', status: 200 },
    { method: 'GET', path: '/_ilm/policy/filebeat', status: 404 },
    { method: 'PUT', path: '/_index_template/filebeat', status: 200 },
  ],
};
