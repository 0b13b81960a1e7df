/** What a command that intruders run is for, and how it is recognised. */
interface TellingCommand {
  readonly does: string;
  readonly shape: RegExp;
}

const TOKENS =
  /\/var\/run\/secrets\/(?:kubernetes\.io|eks\.amazonaws\.com|azure|tokens)|serviceaccount\/token|\/etc\/shadow|\/\.ssh\/id_|\.kube\/config|\/etc\/kubernetes\/(?:admin|super-admin|pki)|\/var\/lib\/kubelet\/(?:pki|pods\/.*token)/;

/**
 * Sources: Panther and Elastic (exec that steals tokens, reverse shells, downloads), Falco (escapes), Sigma's Linux rules. Each
 * is linear in the length of the command.
 */
const IN_PODS: readonly TellingCommand[] = [
  { does: 'reads tokens, keys or passwords', shape: TOKENS },
  {
    does: 'opens a shell to the outside',
    shape:
      /\/dev\/(?:tcp|udp)\/|\bmkfifo\b|\bn(?:c|cat|etcat)\b[^|;]{0,80} -[a-z]{0,5}[ec]\b|\bpty\.spawn|\bsocat\b[^|;]{0,200}exec/i,
  },
  { does: 'runs what it downloads', shape: /\b(?:curl|wget)\b[^|]{0,400}\|\s{0,9}(?:sudo )?(?:ba|da|z|k)?sh\b/ },
  { does: 'asks for the identity of the node', shape: /169\.254\.169\.254|metadata\.google\.internal/ },
  { does: 'leaves the container', shape: /\bnsenter\b|\bchroot\s+\/(?:host|mnt|rootfs)|release_agent|core_pattern/ },
  { does: 'runs an encoded script', shape: /\bbase64\s+(?:-d|--decode)\b[^|]{0,80}\|/ },
];

const TAMPERING: readonly TellingCommand[] = [
  { does: 'empties the journal', shape: /\bjournalctl\b.{0,200}--(?:vacuum-(?:time|size|files)|rotate)/ },
  {
    does: 'empties or removes logs',
    shape: /\b(?:rm|shred|truncate|unlink|dd)\b.{0,300}\/var\/log\/|>\s{0,9}\/var\/log\//,
  },
  {
    does: 'removes the history of a shell',
    shape: /\.(?:bash|zsh|sh|ash|python)_history|\bhistory\s+-c\b|\bHISTFILE\b|\bHISTSIZE=0/,
  },
  { does: 'changes what is audited', shape: /\bauditctl\b.{0,80}\s-(?:D|e\s{0,3}0|d|W)/ },
  {
    does: 'stops what watches',
    shape:
      /\b(?:systemctl|service)\b.{0,80}\b(?:stop|disable|mask)\b.{0,80}\b(?:auditd|rsyslog|syslog(?:-ng)?|systemd-journald|falco|tetragon|tracee|osqueryd|wazuh|fluent-?bit|filebeat)\b|\b(?:p?kill|killall)\b.{0,80}\b(?:auditd|rsyslogd|falco|tetragon|osqueryd)\b|\bservice\s+(?:auditd|rsyslog|falco)\s+stop\b/,
  },
];

const COMMAND_MAX = 4096;

/** What a command run in a pod tells; null for one that administrators run all day. */
export function podCommandTells(command: string): string | null {
  return tellsOf(IN_PODS, command);
}

/** What traces a command on a node removes; null for one that removes none. */
export function tamperingTells(command: string): string | null {
  return tellsOf(TAMPERING, command);
}

function tellsOf(commands: readonly TellingCommand[], command: string): string | null {
  const text = command.slice(0, COMMAND_MAX);
  return commands.find(({ shape }) => shape.test(text))?.does ?? null;
}
