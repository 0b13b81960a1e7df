/**
 * Techniques that the matrix for containers lacks and that show in the logs of a cluster all the same: id, name, and the ids
 * of its tactics.
 */
export const OTHER_ROWS: readonly (readonly [id: string, name: string, tactics: string])[] = [
  ['T1018', 'Remote System Discovery', 'TA0007'],
  ['T1021.004', 'Remote Services: SSH', 'TA0008'],
  ['T1041', 'Exfiltration Over C2 Channel', 'TA0010'],
  ['T1048', 'Exfiltration Over Alternative Protocol', 'TA0010'],
  [
    'T1048.002',
    'Exfiltration Over Alternative Protocol: Exfiltration Over Asymmetric Encrypted Non-C2 Protocol',
    'TA0010',
  ],
  ['T1048.003', 'Exfiltration Over Alternative Protocol: Exfiltration Over Unencrypted Non-C2 Protocol', 'TA0010'],
  ['T1059', 'Command and Scripting Interpreter', 'TA0002'],
  ['T1059.004', 'Command and Scripting Interpreter: Unix Shell', 'TA0002'],
  ['T1070.002', 'Indicator Removal: Clear Linux or Mac System Logs', 'TA0005'],
  ['T1070.003', 'Indicator Removal: Clear Command History', 'TA0005'],
  ['T1071', 'Application Layer Protocol', 'TA0011'],
  ['T1071.001', 'Application Layer Protocol: Web Protocols', 'TA0011'],
  ['T1071.004', 'Application Layer Protocol: DNS', 'TA0011'],
  ['T1098.004', 'Account Manipulation: SSH Authorized Keys', 'TA0003 TA0004'],
  ['T1105', 'Ingress Tool Transfer', 'TA0011'],
  ['T1210', 'Exploitation of Remote Services', 'TA0008'],
  ['T1219', 'Remote Access Tools', 'TA0011'],
  ['T1552.005', 'Unsecured Credentials: Cloud Instance Metadata API', 'TA0006'],
  ['T1555', 'Credentials from Password Stores', 'TA0006'],
  ['T1557', 'Adversary-in-the-Middle', 'TA0006 TA0009'],
  ['T1565', 'Data Manipulation', 'TA0040'],
  ['T1571', 'Non-Standard Port', 'TA0011'],
  ['T1572', 'Protocol Tunneling', 'TA0011'],
  ['T1573', 'Encrypted Channel', 'TA0011'],
  ['T1014', 'Rootkit', 'TA0005'],
  ['T1548.003', 'Abuse Elevation Control Mechanism: Sudo and Sudo Caching', 'TA0004 TA0005'],
  ['T1547.006', 'Boot or Logon Autostart Execution: Kernel Modules and Extensions', 'TA0003 TA0004'],
  ['T1595.002', 'Active Scanning: Vulnerability Scanning', 'TA0043'],
  ['T1620', 'Reflective Code Loading', 'TA0005'],
];
