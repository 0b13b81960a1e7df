import { MICROSOFT_ROWS, MICROSOFT_VERSION } from './microsoft-rows';
import { TACTICS } from './tactics';
import { ATTACK_VERSION, TECHNIQUES, type Technique } from './techniques';

/** A technique under a tactic. */
export interface MatrixTechnique {
  /** `T1609`, `T1552.007`, `MS-TA9006` */
  readonly id: string;
  readonly name: string;
  /** The technique that a sub-technique belongs to; null for one that stands by itself, or whose technique is not in the matrix. */
  readonly parent: string | null;
  /** Ids of ATT&CK: its own, or those that it is related to. */
  readonly techniques: readonly string[];
}

/** Techniques in columns of what they are for. */
export interface Matrix {
  readonly name: 'attack' | 'microsoft';
  readonly title: string;
  readonly version: string;
  /** Whose it is, and under which licence. */
  readonly attribution: string;
  readonly tactics: readonly {
    readonly id: string;
    readonly name: string;
    readonly cells: readonly MatrixTechnique[];
  }[];
}

const ATTACK: Matrix = {
  name: 'attack',
  title: 'ATT&CK for Containers',
  version: ATTACK_VERSION,
  attribution:
    '© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation. ATT&CK is a registered trademark of The MITRE Corporation.',
  tactics: TACTICS.map(({ id, name }) => ({
    ...{ id, name },
    cells: TECHNIQUES.filter(({ tactics }) => tactics.some((tactic) => tactic.id === id)).map(attackCell),
  })).filter(({ cells }) => cells.length > 0),
};

/** In the order of its columns. */
const MICROSOFT_TACTICS = [
  'Initial Access',
  'Execution',
  'Persistence',
  'Privilege Escalation',
  'Defense Evasion',
  'Credential Access',
  'Discovery',
  'Lateral Movement',
  'Collection',
  'Impact',
];

const MICROSOFT: Matrix = {
  name: 'microsoft',
  title: 'Threat matrix for Kubernetes',
  version: MICROSOFT_VERSION,
  attribution:
    'Threat Matrix for Kubernetes by Microsoft, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); names and ids are unchanged.',
  tactics: MICROSOFT_TACTICS.map((tactic) => ({
    ...{ id: tactic.toLowerCase().replaceAll(' ', '-'), name: tactic },
    cells: MICROSOFT_ROWS.filter(([, , tactics]) => tactics.split(', ').includes(tactic)).map(
      ([id, name, , techniques]) => ({ id, name, parent: null, techniques: techniques.split(' ').filter(Boolean) }),
    ),
  })),
};

/** Both matrices, by name. */
export const MATRIX_OF: Readonly<Record<Matrix['name'], Matrix>> = { attack: ATTACK, microsoft: MICROSOFT };

function attackCell({ id, name }: Technique): MatrixTechnique {
  const [, own] = name.split(': ');
  const above = id.split('.')[0] ?? id;
  const isSub = own !== undefined && TECHNIQUES.some((other) => other.id === above);
  return { id, name: isSub ? own : name, parent: isSub ? above : null, techniques: [id] };
}
