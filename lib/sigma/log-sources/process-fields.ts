import type { FieldTargets } from './log-source';

/** What Falco, Tetragon, auditd and Tracee tell of the process that did something, by the names that Sigma took from Sysmon. */
export const PROCESS_FIELDS: Readonly<Record<string, FieldTargets>> = {
  Image: ['proc.exepath', 'process.binary', 'exe', 'executable'],
  CommandLine: ['proc.cmdline', 'command'],
  // Falco's rules tell the name of the parent, seldom its path.
  ParentImage: ['proc.pexepath', 'parent.binary', { field: 'proc.pname', isBaseName: true }],
  ParentCommandLine: ['proc.pcmdline', 'parent.command'],
  CurrentDirectory: ['proc.cwd', 'process.cwd', 'cwd'],
  User: 'user',
  ProcessId: 'pid',
  ParentProcessId: ['proc.ppid', 'parent.pid', 'ppid'],
  // What Sysmon for Linux calls so is who logged in.
  LogonId: ['user.loginuid', 'process.auid', 'auid'],
};
