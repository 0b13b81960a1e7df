import { techniqueOf } from '@/lib/attack';

/**
 * What happened, in the words in which a colleague would tell it, by technique of ATT&CK, sub-techniques before theirs. What has
 * none is told by its tactic.
 */
const BY_TECHNIQUE: readonly (readonly [technique: string, phrase: string])[] = [
  ['T1190', 'an exploit'],
  ['T1110', 'guessed passwords'],
  ['T1021', 'a login by SSH'],
  ['T1613', 'a look around the cluster'],
  ['T1552.007', 'secrets read'],
  ['T1552.005', 'the identity of a node taken'],
  ['T1552', 'credentials read'],
  ['T1528', 'a token used elsewhere'],
  ['T1046', 'a network scan'],
  ['T1610', 'a container put in'],
  ['T1611', 'a way out to the node'],
  ['T1609', 'a command in a pod'],
  ['T1098', 'rights given away'],
  ['T1053', 'a job that comes back'],
  ['T1136', 'a new account'],
  ['T1048.003', 'data sent out in names'],
  ['T1048', 'data sent out'],
  ['T1041', 'data sent out'],
  ['T1071', 'calls to an outside address'],
  ['T1070', 'traces removed'],
  ['T1562', 'defences turned off'],
  ['T1485', 'data destroyed'],
  ['T1496', 'machines used for something else'],
  ['T1204', 'an unknown image'],
  ['T1059', 'a shell'],
  ['T1210', 'another machine reached'],
];

const BY_TACTIC: Readonly<Record<string, string>> = {
  'Initial Access': 'a way in',
  Execution: 'a program run',
  Persistence: 'a way to come back',
  'Privilege Escalation': 'more rights',
  'Defense Evasion': 'something hidden',
  'Credential Access': 'credentials taken',
  Discovery: 'a look around',
  'Lateral Movement': 'a move to another machine',
  Collection: 'data gathered',
  'Command and Control': 'orders from outside',
  Exfiltration: 'data sent out',
  Impact: 'harm done',
};

/** What a finding is called in a title that is told under a tactic. */
export function phraseOf(techniques: readonly string[], tactic: string): string {
  const serving = techniques.filter((id) => techniqueOf(id)?.tactics.some(({ name }) => name === tactic));
  for (const id of serving) {
    const told = BY_TECHNIQUE.find(([technique]) => id === technique || id.startsWith(`${technique}.`));
    if (told !== undefined) return told[1];
  }
  return BY_TACTIC[tactic] ?? tactic.toLowerCase();
}
