/** The version of the matrix that the rows are of. */
export const MICROSOFT_VERSION = '2023-01';

/**
 * Microsoft's threat matrix for Kubernetes: id, name, the tactics that it stands under, and the techniques of ATT&CK that its
 * authors relate it to. Names and ids are Microsoft's, from https://microsoft.github.io/Threat-Matrix-for-Kubernetes/ (CC BY 4.0).
 */
export const MICROSOFT_ROWS: readonly (readonly [id: string, name: string, tactics: string, techniques: string])[] = [
  ['MS-TA9001', 'Using cloud credentials', 'Initial Access', 'T1078.004'],
  ['MS-TA9002', 'Compromised image in registry', 'Initial Access', 'T1195.002 T1525'],
  ['MS-TA9003', 'Kubeconfig file', 'Initial Access', ''],
  ['MS-TA9004', 'Application vulnerability', 'Initial Access', 'T1190'],
  ['MS-TA9005', 'Exposed sensitive interfaces', 'Initial Access, Discovery', 'T1133'],
  ['MS-TA9006', 'Exec into container', 'Execution', 'T1609'],
  ['MS-TA9007', 'Bash/cmd inside container', 'Execution', 'T1059'],
  ['MS-TA9008', 'New container', 'Execution', 'T1610'],
  ['MS-TA9009', 'Application exploit (RCE)', 'Execution', 'T1190'],
  ['MS-TA9010', 'SSH server running inside container', 'Execution', ''],
  ['MS-TA9011', 'Sidecar injection', 'Execution', 'T1610'],
  ['MS-TA9012', 'Backdoor container', 'Persistence', 'T1543'],
  ['MS-TA9013', 'Writable hostPath mount', 'Persistence, Privilege Escalation, Lateral Movement', 'T1611'],
  ['MS-TA9014', 'Kubernetes CronJob', 'Persistence', 'T1053.007'],
  ['MS-TA9015', 'Malicious admission controller', 'Persistence, Credential Access', 'T1546'],
  ['MS-TA9016', 'Container service account', 'Persistence, Credential Access, Lateral Movement', 'T1528'],
  ['MS-TA9017', 'Static pods', 'Persistence', ''],
  ['MS-TA9018', 'Privileged container', 'Privilege Escalation', 'T1610'],
  ['MS-TA9019', 'Cluster-admin binding', 'Privilege Escalation', 'T1078.003'],
  ['MS-TA9020', 'Access cloud resources', 'Privilege Escalation, Lateral Movement', 'T1078.004'],
  ['MS-TA9021', 'Clear container logs', 'Defense Evasion', 'T1070'],
  ['MS-TA9022', 'Delete Kubernetes events', 'Defense Evasion', 'T1070'],
  ['MS-TA9023', 'Pod or container name similarity', 'Defense Evasion', 'T1036.005'],
  ['MS-TA9024', 'Connect from proxy server', 'Defense Evasion', 'T1090'],
  ['MS-TA9025', 'List Kubernetes secrets', 'Credential Access', 'T1552.007'],
  ['MS-TA9026', 'Mount service principal', 'Credential Access', 'T1552.001'],
  ['MS-TA9027', 'Application credentials in configuration files', 'Credential Access, Lateral Movement', 'T1552'],
  ['MS-TA9028', 'Access Managed Identity credentials', 'Credential Access', 'T1552.005'],
  ['MS-TA9029', 'Access Kubernetes API server', 'Discovery', 'T1613'],
  ['MS-TA9030', 'Access Kubelet API', 'Discovery', 'T1613'],
  ['MS-TA9031', 'Network mapping', 'Discovery', 'T1046'],
  ['MS-TA9033', 'Instance Metadata API', 'Discovery', 'T1552.005'],
  ['MS-TA9034', 'Cluster internal networking', 'Lateral Movement', 'T1210'],
  ['MS-TA9035', 'CoreDNS poisoning', 'Lateral Movement', 'T1557'],
  ['MS-TA9036', 'ARP poisoning and IP spoofing', 'Lateral Movement', 'T1557'],
  ['MS-TA9037', 'Images from a private registry', 'Collection', 'T1530'],
  ['MS-TA9041', 'Collecting data from pod', 'Collection', ''],
  ['MS-TA9038', 'Data destruction', 'Impact', 'T1485'],
  ['MS-TA9039', 'Resource hijacking', 'Impact', 'T1496'],
  ['MS-TA9040', 'Denial of service', 'Impact', 'T1498 T1499'],
];
