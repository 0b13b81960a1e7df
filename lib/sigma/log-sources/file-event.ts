import type { LogSourceMapping } from './log-source';
import { PROCESS_FIELDS } from './process-fields';

export const fileEvent: LogSourceMapping = {
  name: 'file-event',
  title: 'Files that were touched',
  about: 'Files that an alert of Falco, a policy of Tetragon, a watch of auditd or an event of Tracee is about.',
  sources: [
    { category: 'file_event', product: 'linux' },
    { category: 'file_event' },
    { category: 'file_change', product: 'linux' },
    { category: 'file_delete', product: 'linux' },
    { category: 'file_rename', product: 'linux' },
    { category: 'file_access', product: 'linux' },
  ],
  types: ['node'],
  events: 'type:node and format:(falco or falco-text or tetragon or auditd or tracee)',
  fields: {
    ...PROCESS_FIELDS,
    TargetFilename: ['fd.name', 'name', 'path.0', 'path.1', 'path.2', 'args.pathname'],
    FileName: ['fd.name', 'name', 'path.0', 'path.1', 'path.2', 'args.pathname'],
    SourceFilename: 'fs.path.source',
  },
  ownFields: false,
  examples: [
    {
      detection: `
        selection:
          TargetFilename|startswith: /etc/cron
        filter:
          Image|endswith: /dpkg
        condition: selection and not filter`,
      finds:
        '{"output":"o","priority":"Warning","rule":"r","time":"2024-05-06T07:08:09Z","output_fields":{"proc.exepath":"/bin/sh","fd.name":"/etc/cron.d/x"}}',
      misses:
        '{"output":"o","priority":"Warning","rule":"r","time":"2024-05-06T07:08:09Z","output_fields":{"proc.exepath":"/usr/bin/dpkg","fd.name":"/etc/cron.d/x"}}',
    },
  ],
};
