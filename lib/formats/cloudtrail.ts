import type { LogEvent } from '@/lib/events';
import { auditSentence, auditSeverity } from './audit-request';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { addressOf, cut, objectOf, textOf } from './json-value';

/** What services answer to somebody who may not (AWS, Common Errors). */
const REFUSED = /(?:AccessDenied|Unauthorized|UnauthorizedOperation|Forbidden|AuthFailure)/;

export const cloudtrail: ObjectFormat = {
  name: 'cloudtrail',
  title: 'AWS CloudTrail',
  about:
    'Calls to AWS, of EKS among others: who made a cluster, read its certificate, assumed a role, and whether it worked.',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
  type: 'audit',
  reads: 'object',
  read(object, event, context) {
    const verb = textOf(object.eventName);
    const service = textOf(object.eventSource);
    if (verb === null || service === null || objectOf(object.userIdentity) === null) return NOT_MINE;
    if (object.eventVersion === undefined && object.awsRegion === undefined) return NOT_MINE;
    event.type = 'audit';
    event.verb = cut(verb);
    event.resource = cut(service.replace(/\.amazonaws\.com$/, ''));
    event.user = userOf(objectOf(object.userIdentity) ?? {});
    event.srcIp = addressOf(object.sourceIPAddress);
    event.userAgent = textOf(object.userAgent);
    readTarget(object, event);
    readOutcome(object, event);
    event.severity = auditSeverity(event);
    event.message = auditSentence(event);
    readJsonRecord(object, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/admin/ann"},"eventTime":"2024-05-06T07:08:09Z","eventSource":"eks.amazonaws.com","eventName":"DescribeCluster","awsRegion":"eu-west-1","sourceIPAddress":"192.0.2.7","userAgent":"aws-cli/2.15","requestParameters":{"name":"lab"},"responseElements":null}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
        type: 'audit',
        severity: 'info',
        user: 'arn:aws:sts::111122223333:assumed-role/admin/ann',
        verb: 'DescribeCluster',
        resource: 'eks',
        name: 'lab',
        decision: 'allow',
        srcIp: '192.0.2.7',
        userAgent: 'aws-cli/2.15',
      },
    },
    {
      text: '{"eventVersion":"1.08","userIdentity":{"type":"AWSService","invokedBy":"eks.amazonaws.com"},"eventTime":"2024-05-06T07:08:09Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","errorCode":"AccessDenied","errorMessage":"not authorized"}',
      event: { user: 'eks.amazonaws.com', severity: 'warning', decision: 'forbid', reason: 'AccessDenied' },
    },
    { text: '{"eventName":"execve","processName":"sh","args":[]}', event: null },
    { text: '{"eventName":"opened","eventSource":"cart","userIdentity":"ann"}', event: null },
  ],
};

function userOf(identity: JsonObject): string | null {
  const name =
    textOf(identity.arn) ??
    textOf(identity.userName) ??
    textOf(identity.invokedBy) ??
    textOf(identity.principalId) ??
    textOf(identity.type);
  return name === null ? null : cut(name);
}

/** The cluster or whatever else a call names; services call it as they like. */
function readTarget({ requestParameters }: JsonObject, event: LogEvent): void {
  const asked = objectOf(requestParameters);
  const name = textOf(asked?.clusterName) ?? textOf(asked?.name) ?? textOf(asked?.roleArn) ?? textOf(asked?.bucketName);
  if (name !== null) event.name = cut(name);
}

function readOutcome(object: JsonObject, event: LogEvent): void {
  const code = textOf(object.errorCode);
  event.reason = code === null ? null : cut(code);
  if (code === null) event.decision = 'allow';
  else if (REFUSED.test(code)) event.decision = 'forbid';
}
