import type { LogSourceMapping } from './log-source';
import { PROCESS_FIELDS } from './process-fields';

export const processCreation: LogSourceMapping = {
  name: 'process-creation',
  title: 'Processes that started',
  about: 'Programs that Tetragon, auditd or Tracee saw start, and those that an alert of Falco names.',
  sources: [{ category: 'process_creation', product: 'linux' }, { category: 'process_creation' }],
  types: ['node'],
  events:
    'type:node and (event:(process_exec or sched_process_exec or execve) or syscall:(execve or execveat) or audit.type:EXECVE or format:(falco or falco-text))',
  fields: PROCESS_FIELDS,
  ownFields: false,
  examples: [
    {
      detection: `
        selection:
          Image|endswith: /curl
          CommandLine|contains|all: [curl -s, host.example]
          ParentImage|endswith: /bash
        condition: selection`,
      finds:
        '{"process_exec":{"process":{"pid":77,"uid":0,"binary":"/usr/bin/curl","arguments":"-s https://host.example/"},"parent":{"pid":70,"binary":"/bin/bash"}},"node_name":"n","time":"2024-05-06T07:08:09Z"}',
      misses:
        '{"process_exit":{"process":{"pid":77,"uid":0,"binary":"/usr/bin/curl","arguments":"-s https://host.example/"},"parent":{"pid":70,"binary":"/bin/bash"}},"node_name":"n","time":"2024-05-06T07:08:09Z"}',
    },
    {
      detection: `
        selection:
          Image|endswith: /nc
          ParentImage|endswith: [/sh, /bash]
        condition: selection`,
      finds:
        '{"output":"o","priority":"Warning","rule":"r","time":"2024-05-06T07:08:09Z","output_fields":{"proc.exepath":"/bin/nc","proc.pname":"bash","proc.cmdline":"nc -l"}}',
      misses:
        '{"output":"o","priority":"Warning","rule":"r","time":"2024-05-06T07:08:09Z","output_fields":{"proc.exepath":"/bin/nc","proc.pname":"zsh","proc.cmdline":"nc -l"}}',
    },
    {
      detection: `
        selection:
          CommandLine|contains: sh -c
        condition: selection`,
      finds: 'type=EXECVE msg=audit(1700000000.250:77): argc=3 a0="sh" a1="-c" a2=6563686F206869',
      misses: 'type=EXECVE msg=audit(1700000000.250:77): argc=2 a0="sh" a1="-x"',
    },
  ],
};
