import { splitPath } from './file-name';
import type { Layout } from './layout';

/** What writes below `AWSLogs`, by the name of the service's folder, in lower case. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['vpcflowlogs', 'vpc-flow-logs'],
  ['cloudtrail', 'cloudtrail'],
  ['cloudtrail-digest', 'cloudtrail'],
  ['cloudtrail-insight', 'cloudtrail'],
  ['elasticloadbalancing', 'elasticloadbalancing'],
  ['vpcdnsquerylogs', 'route53-resolver'],
  ['waflogs', 'waf'],
  ['guardduty', 'guardduty'],
  ['network-firewall', 'network-firewall'],
]);

/**
 * Buckets that AWS services deliver to: `AWSLogs/[<organisation>/]<account>/<service>/<region>/yyyy/mm/dd/…`, or with
 * `aws-service=<service>` and its kin as folders.
 */
export const awsLogBucket: Layout = {
  name: 'aws-log-bucket',
  title: 'AWS log buckets: VPC flow logs, CloudTrail, load balancers',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html',
  read(path) {
    const { folders } = splitPath(path);
    const at = folders.lastIndexOf('AWSLogs');
    if (at < 0) return null;
    for (const folder of folders.slice(at + 2, at + 5)) {
      const component = SERVICES.get(folder.replace(/^aws-service=/, '').toLowerCase());
      if (component !== undefined) return { component };
    }
    return null;
  },
  examples: [
    {
      path: 'bucket/AWSLogs/111122223333/vpcflowlogs/eu-west-1/2024/01/02/111122223333_vpcflowlogs_eu-west-1_fl-0a1b_20240102T0300Z_0a1b2c3d.log.gz',
      identity: { component: 'vpc-flow-logs' },
    },
    {
      path: 'AWSLogs/o-exampleorg/111122223333/CloudTrail/eu-west-1/2024/01/02/111122223333_CloudTrail_eu-west-1_20240102T0305Z_abcdEFGH.json.gz',
      identity: { component: 'cloudtrail' },
    },
    {
      path: 'AWSLogs/aws-account-id=111122223333/aws-service=vpcflowlogs/aws-region=eu-west-1/year=2024/x.log.gz',
      identity: { component: 'vpc-flow-logs' },
    },
    { path: 'AWSLogs/111122223333/notes.txt', identity: null },
    { path: 'vpcflowlogs/x.log', identity: null },
  ],
};
