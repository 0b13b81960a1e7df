import type { LogSourceMapping } from './log-source';

export const cloudtrail: LogSourceMapping = {
  name: 'cloudtrail',
  title: 'AWS CloudTrail',
  about: 'Calls to AWS. Fields of the record itself are asked for in its JSON.',
  sources: [{ product: 'aws', service: 'cloudtrail', category: '*' }],
  types: ['audit'],
  events: 'type:audit and format:cloudtrail',
  fields: { eventName: 'verb', userAgent: 'user_agent' },
  ownFields: true,
  examples: [
    {
      detection: `
        selection:
          eventSource: eks.amazonaws.com
          eventName: [CreateCluster, DeleteCluster]
        condition: selection`,
      finds:
        '{"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","arn":"a"},"eventTime":"2024-05-06T07:08:09Z","eventSource":"eks.amazonaws.com","eventName":"DeleteCluster","awsRegion":"eu-west-1"}',
      misses:
        '{"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","arn":"a"},"eventTime":"2024-05-06T07:08:09Z","eventSource":"ec2.amazonaws.com","eventName":"DeleteCluster","awsRegion":"eu-west-1"}',
    },
  ],
};

export const googleAudit: LogSourceMapping = {
  name: 'google-audit',
  title: 'Google Cloud audit',
  about: 'Calls to Google Cloud and to the API servers of its clusters.',
  sources: [{ product: 'gcp', service: 'gcp.audit', category: '*' }],
  types: ['audit'],
  events: 'type:audit and format:google-audit',
  fields: {
    'gcp.audit.method_name': 'methodName',
    'gcp.audit.service_name': 'serviceName',
    'data.protoPayload.methodName': 'methodName',
    'protoPayload.methodName': 'methodName',
  },
  ownFields: true,
  examples: [
    {
      detection: `
        selection:
          gcp.audit.method_name|startswith: io.k8s.api.rbac.
          gcp.audit.method_name|endswith: .delete
        condition: selection`,
      finds:
        '{"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","methodName":"io.k8s.api.rbac.v1.roles.delete","serviceName":"k8s.io","authenticationInfo":{"principalEmail":"ann@example.org"},"resourceName":"rbac.authorization.k8s.io/v1/namespaces/shop/roles/x"},"logName":"projects/p/logs/cloudaudit.googleapis.com%2Factivity","timestamp":"2024-05-06T07:08:09Z"}',
      misses:
        '{"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","methodName":"io.k8s.core.v1.pods.delete","serviceName":"k8s.io","authenticationInfo":{"principalEmail":"ann@example.org"},"resourceName":"core/v1/namespaces/shop/pods/x"},"logName":"projects/p/logs/cloudaudit.googleapis.com%2Factivity","timestamp":"2024-05-06T07:08:09Z"}',
    },
  ],
};

export const azureActivity: LogSourceMapping = {
  name: 'azure-activity',
  title: 'Azure activity',
  about: 'What was done to resources of Azure. Fields of the record itself are asked for in its JSON.',
  sources: [{ product: 'azure', service: 'activitylogs', category: '*' }],
  types: ['audit'],
  events: 'format:azure-activity',
  fields: {},
  ownFields: true,
  examples: [],
};
