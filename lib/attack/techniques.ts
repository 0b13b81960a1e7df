import { OTHER_ROWS } from './other-techniques';
import { idInVersion18 } from './renamed';
import { TACTICS, type Tactic } from './tactics';

/** A technique or sub-technique of ATT&CK. */
export interface Technique {
  /** `T1611`, `T1098.006` */
  readonly id: string;
  /** A sub-technique's name has its technique's before it. */
  readonly name: string;
  readonly tactics: readonly Tactic[];
}

/** The version of ATT&CK that the list is of. */
export const ATTACK_VERSION = '18';

/** What the matrix for containers holds: id, name, and the ids of its tactics. */
const ROWS: readonly (readonly [id: string, name: string, tactics: string])[] = [
  ['T1036', 'Masquerading', 'TA0005'],
  ['T1036.005', 'Masquerading: Match Legitimate Resource Name or Location', 'TA0005'],
  ['T1036.010', 'Masquerading: Masquerade Account Name', 'TA0005'],
  ['T1046', 'Network Service Discovery', 'TA0007'],
  ['T1053', 'Scheduled Task/Job', 'TA0002 TA0003 TA0004'],
  ['T1053.007', 'Scheduled Task/Job: Container Orchestration Job', 'TA0002 TA0003 TA0004'],
  ['T1059.013', 'Command and Scripting Interpreter: Container CLI/API', 'TA0002'],
  ['T1068', 'Exploitation for Privilege Escalation', 'TA0004'],
  ['T1069', 'Permission Groups Discovery', 'TA0007'],
  ['T1070', 'Indicator Removal', 'TA0005'],
  ['T1078', 'Valid Accounts', 'TA0001 TA0003 TA0004 TA0005'],
  ['T1078.001', 'Valid Accounts: Default Accounts', 'TA0001 TA0003 TA0004 TA0005'],
  ['T1078.003', 'Valid Accounts: Local Accounts', 'TA0001 TA0003 TA0004 TA0005'],
  ['T1098', 'Account Manipulation', 'TA0003 TA0004'],
  ['T1098.006', 'Account Manipulation: Additional Container Cluster Roles', 'TA0003 TA0004'],
  ['T1110', 'Brute Force', 'TA0006'],
  ['T1110.001', 'Brute Force: Password Guessing', 'TA0006'],
  ['T1110.003', 'Brute Force: Password Spraying', 'TA0006'],
  ['T1110.004', 'Brute Force: Credential Stuffing', 'TA0006'],
  ['T1133', 'External Remote Services', 'TA0001 TA0003'],
  ['T1136', 'Create Account', 'TA0003'],
  ['T1136.001', 'Create Account: Local Account', 'TA0003'],
  ['T1190', 'Exploit Public-Facing Application', 'TA0001'],
  ['T1204', 'User Execution', 'TA0002'],
  ['T1204.003', 'User Execution: Malicious Image', 'TA0002'],
  ['T1485', 'Data Destruction', 'TA0040'],
  ['T1490', 'Inhibit System Recovery', 'TA0040'],
  ['T1496', 'Resource Hijacking', 'TA0040'],
  ['T1496.001', 'Resource Hijacking: Compute Hijacking', 'TA0040'],
  ['T1496.002', 'Resource Hijacking: Bandwidth Hijacking', 'TA0040'],
  ['T1498', 'Network Denial of Service', 'TA0040'],
  ['T1499', 'Endpoint Denial of Service', 'TA0040'],
  ['T1525', 'Implant Internal Image', 'TA0003'],
  ['T1528', 'Steal Application Access Token', 'TA0006'],
  ['T1543', 'Create or Modify System Process', 'TA0003 TA0004'],
  ['T1543.005', 'Create or Modify System Process: Container Service', 'TA0003 TA0004'],
  ['T1550', 'Use Alternate Authentication Material', 'TA0005 TA0008'],
  ['T1550.001', 'Use Alternate Authentication Material: Application Access Token', 'TA0005 TA0008'],
  ['T1552', 'Unsecured Credentials', 'TA0006'],
  ['T1552.001', 'Unsecured Credentials: Credentials In Files', 'TA0006'],
  ['T1552.007', 'Unsecured Credentials: Container API', 'TA0006'],
  ['T1562', 'Impair Defenses', 'TA0005'],
  ['T1562.001', 'Impair Defenses: Disable or Modify Tools', 'TA0005'],
  ['T1609', 'Container Administration Command', 'TA0002'],
  ['T1610', 'Deploy Container', 'TA0002 TA0005'],
  ['T1611', 'Escape to Host', 'TA0004'],
  ['T1612', 'Build Image on Host', 'TA0005'],
  ['T1613', 'Container and Resource Discovery', 'TA0007'],
];

/** The techniques of the matrix for containers, by id. */
export const TECHNIQUES: readonly Technique[] = ROWS.map(techniqueOfRow);

const BY_ID: ReadonlyMap<string, Technique> = new Map(
  [...TECHNIQUES, ...OTHER_ROWS.map(techniqueOfRow)].map((technique) => [technique.id, technique]),
);

/** The technique of an id of version 18 or 19; null where it is neither against containers nor one that their logs show. */
export function techniqueOf(id: string): Technique | null {
  return BY_ID.get(idInVersion18(id)) ?? null;
}

function techniqueOfRow([id, name, tactics]: (typeof ROWS)[number]): Technique {
  return { id, name, tactics: TACTICS.filter((tactic) => tactics.includes(tactic.id)) };
}
