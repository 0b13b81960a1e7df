import type { BuiltInRule } from '../built-in-rule';

export const programInMemoryRun: BuiltInRule = {
  kind: 'rule',
  name: 'program-in-memory-run',
  title: 'A program run from memory',
  about:
    'A program was run that is in no file: it was written into memory (memfd) or into a folder that is memory, and leaves nothing on the disk.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1620'],
  matrix: ['MS-TA9009'],
  falsePositives: 'A few container runtimes start themselves so (runc does, on the node); compilers that run at once.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
  ],
  q: String.raw`type:node (rule:/(fileless|memfd|memory.?only)/ or event_name:fileless_execution or ((exe:/^(\/memfd:|memfd:|\/dev\/shm\/|\/proc\/self\/fd\/)/ or process.binary:/^(\/memfd:|memfd:|\/dev\/shm\/|\/proc\/self\/fd\/)/ or proc.exepath:/^(\/memfd:|memfd:|\/dev\/shm\/)/) -(exe:/runc/ or process.binary:/runc/ or proc.exepath:/runc/)))`,
  by: ['node', 'namespace', 'pod'],
  hits: [
    { type: 'node', attributes: { rule: 'Fileless execution via memfd_create' } },
    { type: 'node', attributes: { exe: '/dev/shm/.x/kinsing' } },
    { type: 'node', attributes: { 'process.binary': '/memfd:x (deleted)' } },
  ],
  misses: [
    { type: 'node', attributes: { exe: '/usr/bin/bash' } },
    { type: 'node', attributes: { 'process.binary': '/memfd:runc_cloned:/proc/self/exe (deleted)' } },
  ],
};
