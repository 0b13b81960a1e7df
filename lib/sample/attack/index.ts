import type { AttackStep } from './attack-step';
import { cleanup } from './cleanup';
import { commandAndControl } from './command-and-control';
import { discovery } from './discovery';
import { dnsExfiltration } from './dns-exfiltration';
import { exfiltration } from './exfiltration';
import { exploit } from './exploit';
import { hostEscape } from './host-escape';
import { networkScan } from './network-scan';
import { persistence } from './persistence';
import { privilegedPod } from './privileged-pod';
import { sshLateral } from './ssh-lateral';
import { tokenUse } from './token-use';

export type { Evidence } from './attack-step';
export { makePlan } from './plan';

/** The attack, in the order of its steps' beginnings. */
export const ATTACK: readonly AttackStep[] = [
  exploit,
  commandAndControl,
  tokenUse,
  discovery,
  privilegedPod,
  hostEscape,
  networkScan,
  sshLateral,
  persistence,
  dnsExfiltration,
  exfiltration,
  cleanup,
];
