import { type Json, type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { setJsonTime } from './json-time';
import { isObject, objectOf, textOf } from './json-value';

/** Elastic's integration puts the whole audit event below `kubernetes.audit` and takes the dots out of its annotations. */
export const elasticAudit: ObjectFormat = {
  name: 'elastic-audit',
  title: 'Elastic Kubernetes audit documents',
  about: 'Documents of Elastic’s Kubernetes integration around an audit event.',
  source: 'https://www.elastic.co/docs/reference/integrations/kubernetes/audit-logs',
  type: 'audit',
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const audit = objectOf(objectOf(object.kubernetes)?.audit);
    if (audit === null || (audit.verb === undefined && audit.auditID === undefined)) return NOT_MINE;
    setJsonTime(event, context, object['@timestamp']);
    event.cluster = textOf(objectOf(objectOf(object.orchestrator)?.cluster)?.name) ?? event.cluster;
    return isObject(audit.annotations) ? { ...audit, annotations: withDots(audit.annotations) } : audit;
  },
  examples: [
    {
      text: '{"@timestamp":"2024-05-06T07:08:09.25Z","orchestrator":{"cluster":{"name":"blue"}},"kubernetes":{"audit":{"kind":"Event","auditID":"0a1b","verb":"get","annotations":{"authorization_k8s_io/decision":"allow"}}}}',
      event: { time: 1_714_979_289_250_000, cluster: 'blue' },
      content: '{"kind":"Event","auditID":"0a1b","verb":"get","annotations":{"authorization.k8s.io/decision":"allow"}}',
    },
    { text: '{"kubernetes":{"audit":true},"message":"ready"}', event: null },
    { text: '{"kubernetes":{"audit":{"enabled":true}}}', event: null },
  ],
};

function withDots(annotations: JsonObject): JsonObject {
  const dotted: Record<string, Json | undefined> = Object.create(null) as Record<string, Json | undefined>;
  for (const name of Object.keys(annotations)) {
    const slash = name.indexOf('/');
    const domain = name.slice(0, Math.max(slash, 0));
    dotted[domain.replaceAll('_', '.') + name.slice(domain.length)] = annotations[name];
  }
  return dotted;
}
