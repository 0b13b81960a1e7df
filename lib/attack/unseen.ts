/** Why no log that Trackway reads shows a technique: whoever looks at an empty cell must know that it says nothing. */
const UNSEEN: ReadonlyMap<string, string> = new Map([
  ['T1525', 'An image is changed in a registry; only the audit log of the registry shows that.'],
  [
    'T1612',
    'A build on a node talks to the container runtime alone: no audit log has it, only a sensor that watches processes.',
  ],
  ['T1195.002', 'It happens where software is built, before it comes to the cluster.'],
  ['MS-TA9002', 'An image is changed in a registry; only the audit log of the registry shows that.'],
  ['MS-TA9003', 'A stolen kubeconfig is used as its owner would; only an unusual address or client gives it away.'],
  ['MS-TA9036', 'Forged frames and addresses do not appear in flow logs as what they are.'],
  ['MS-TA9037', 'Pulls are in the audit log of the registry or the cloud.'],
  [
    'MS-TA9041',
    'Data is read inside a pod, where no log is written; copies through the API server appear as commands in pods.',
  ],
]);

/** Why a technique of either matrix cannot be seen in logs; null where it can. */
export function whyUnseen(id: string): string | null {
  return UNSEEN.get(id) ?? null;
}
