import type { LogSourceMapping } from './log-source';

export const kubernetesAudit: LogSourceMapping = {
  name: 'kubernetes-audit',
  title: 'Kubernetes audit',
  about:
    'Requests to the API server, however they were delivered. Fields of the record itself are asked for in its JSON.',
  sources: [
    { product: 'kubernetes', category: '*', service: 'audit' },
    { product: 'kubernetes', category: '*' },
  ],
  types: ['audit'],
  events: 'type:audit',
  fields: {
    verb: 'verb',
    user: 'user',
    'user.username': 'user',
    username: 'user',
    userAgent: 'user_agent',
    requestURI: 'path',
    sourceIPs: 'src_ip',
    'objectRef.resource': 'resource',
    'objectRef.subresource': 'subresource',
    'objectRef.namespace': 'namespace',
    'objectRef.name': 'name',
    'objectRef.apiGroup': 'api_group',
    // Two rules of SigmaHQ leave the object away.
    apiGroup: 'api_group',
    resource: 'resource',
    subresource: 'subresource',
    namespace: 'namespace',
    // Records of audit policies' own have no such outcome; the decision is what these rules mean.
    'responseStatus.code': {
      field: 'status',
      values: { allow: 'decision:allow', deny: 'decision:forbid', forbid: 'decision:forbid' },
    },
    'responseStatus.reason': 'reason',
    'annotations.authorization.k8s.io/decision': 'decision',
    'user.groups': { field: 'user.groups', isList: true },
    'impersonatedUser.username': 'impersonatedUser.username',
    'impersonatedUser.groups': { field: 'impersonatedUser.groups', isList: true },
    // Flattened names of what stands somewhere in a pod or in the template of one.
    hostPath: { field: 'pod.hostPaths', isList: true },
    capabilities: { field: 'pod.capabilities', isList: true },
    hostNetwork: 'pod.hostNetwork',
    hostPID: 'pod.hostPID',
    hostIPC: 'pod.hostIPC',
    privileged: 'pod.privileged',
    image: ['image', { field: 'images', isList: true }],
  },
  ownFields: true,
  examples: [
    {
      detection: `
        selection:
          verb: [create, patch]
          objectRef.resource: secrets
          responseStatus.code: [401, 403]
          user.groups: ops
        condition: selection`,
      finds:
        '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a","stage":"ResponseComplete","verb":"patch","requestURI":"/api/v1/namespaces/shop/secrets/x","user":{"username":"eve","groups":["dev","ops"]},"objectRef":{"resource":"secrets","namespace":"shop","name":"x"},"responseStatus":{"code":403}}',
      misses:
        '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a","stage":"ResponseComplete","verb":"patch","requestURI":"/api/v1/namespaces/shop/secrets/x","user":{"username":"eve","groups":["devops"]},"objectRef":{"resource":"secrets","namespace":"shop","name":"x"},"responseStatus":{"code":403}}',
    },
    {
      detection: `
        selection:
          verb: create
          hostPath|startswith: /etc
          responseStatus.code: ALLOW
        filter:
          requestObject.metadata.labels.team: core
        condition: selection and not filter`,
      finds:
        '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a","stage":"ResponseComplete","verb":"create","user":{"username":"eve"},"objectRef":{"resource":"pods","namespace":"shop"},"requestObject":{"kind":"Pod","metadata":{"labels":{"team":"web"}},"spec":{"containers":[],"volumes":[{"hostPath":{"path":"/etc/kubernetes"}}]}},"annotations":{"authorization.k8s.io/decision":"allow"}}',
      misses:
        '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a","stage":"ResponseComplete","verb":"create","user":{"username":"eve"},"objectRef":{"resource":"pods","namespace":"shop"},"requestObject":{"kind":"Pod","metadata":{"labels":{"team":"core"}},"spec":{"containers":[],"volumes":[{"hostPath":{"path":"/etc/kubernetes"}}]}},"annotations":{"authorization.k8s.io/decision":"allow"}}',
    },
  ],
};
