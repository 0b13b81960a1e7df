import type { Severity } from '@/lib/events';

/** Something that the kernel tells of and hunters look for. */
export interface KernelEvent {
  readonly name: string;
  readonly severity: Severity;
  /** Anchored; its groups are named like the attributes that they become (`ATTRIBUTES` in kernel.ts). */
  readonly shape: RegExp;
}

const NAME = '[^\\s:()]{1,64}';

/**
 * By what its message begins with. Sources in Linux: mm/oom_kill.c, arch/x86/mm/fault.c and kernel/traps.c,
 * kernel/hung_task.c, kernel/watchdog.c, kernel/rcu/tree_stall.h, block/blk-core.c, fs/buffer.c, fs/ext4/super.c,
 * net/netfilter/nf_conntrack_core.c, net/core/neighbour.c, net/ipv4/tcp_input.c, kernel/panic.c.
 */
export const KERNEL_EVENTS: readonly KernelEvent[] = [
  event(
    'oom-kill',
    'error',
    '(?<scope>Memory cgroup out of memory|Out of memory(?: \\(oom_kill_allocating_task\\))?): Kill(?:ed)? process (?<pid>\\d{1,10}) \\((?<comm>.{1,64}?)\\)',
  ),
  event('oom-kill', 'error', 'Killed process (?<pid>\\d{1,10}) \\((?<comm>.{1,64}?)\\)'),
  event('oom-kill', 'error', 'oom-kill:constraint=(?<scope>[A-Z_]{1,40})'),
  event('oom-kill', 'error', 'Task in (?<cgroup>/\\S{1,400}) killed as a result of limit of '),
  event('oom', 'warning', '(?<comm>.{1,64}?) invoked oom-killer: '),
  event('oom-reap', 'notice', 'oom_reaper: reaped process (?<pid>\\d{1,10}) \\((?<comm>.{1,64}?)\\)'),
  event('memory-limit', 'warning', 'memory: usage (?<usage>\\d{1,15})kB, limit (?<limit>\\d{1,15})kB, failcnt '),
  event('segfault', 'error', '(?<comm>.{1,64}?)\\[(?<pid>\\d{1,10})\\]: segfault at '),
  event('segfault', 'error', '(?<comm>.{1,64}?)\\[(?<pid>\\d{1,10})\\]: unhandled (?:level \\d )?\\w+'),
  event('trap', 'error', 'traps: (?<comm>.{1,64}?)\\[(?<pid>\\d{1,10})\\] (?:general protection|trap )'),
  event(
    'hung-task',
    'error',
    `(?:INFO: )?task (?<comm>.{1,64}?):(?<pid>\\d{1,10}) blocked for more than (?<seconds>\\d{1,9}) seconds`,
  ),
  event(
    'soft-lockup',
    'critical',
    '(?:watchdog: |NMI watchdog: )?BUG: soft lockup - CPU#(?<cpu>\\d{1,5}) stuck for (?<seconds>\\d{1,9})s!(?: \\[(?<comm>.{1,64}?):(?<pid>\\d{1,10})\\])?',
  ),
  event('hard-lockup', 'critical', '(?:NMI )?[Ww]atchdog: ?(?:Watchdog )?detected hard LOCKUP on cpu (?<cpu>\\d{1,5})'),
  event('rcu-stall', 'error', '(?:rcu: )?INFO: rcu_\\w+ (?:self-)?detected (?:expedited )?stalls? on '),
  event('panic', 'critical', 'Kernel panic - not syncing'),
  event('oops', 'critical', '(?:BUG: (?:unable to handle|kernel )|Oops: |kernel BUG at |general protection fault)'),
  event('warning', 'warning', 'WARNING: CPU: (?<cpu>\\d{1,5}) PID: (?<pid>\\d{1,10}) at '),
  event(
    'io-error',
    'error',
    '(?:blk_update_request: |print_req_error: |end_request: )?(?:critical (?:medium|target|space allocation) error|I/O error|timeout error|protection error), dev (?<device>[\\w/-]{1,64}), (?:logical )?sector (?<sector>\\d{1,20})',
  ),
  event(
    'io-error',
    'error',
    'Buffer I/O error on (?:dev(?:ice)? )(?<device>[\\w/-]{1,64}), logical block (?<sector>\\d{1,20})',
  ),
  event('io-error', 'error', '(?:sd \\S{1,20} )\\[(?<device>\\w{1,16})\\] .{0,80}(?:FAILED|Medium Error|Unhandled)'),
  event('io-timeout', 'error', 'nvme (?<device>nvme\\d{1,5}): (?:I/O \\d{1,9} |.{0,64}timeout)'),
  event(
    'io-error',
    'error',
    '(?<device>ata\\d{1,4}(?:\\.\\d{2})?): (?:failed command|exception Emask|SError|.{0,40}hard resetting)',
  ),
  event(
    'filesystem-read-only',
    'critical',
    '(?<filesystem>EXT[234]-fs|BTRFS)(?: \\w{1,16})? \\((?:device )?(?<device>[\\w!/-]{1,64})\\): Remounting filesystem read-only',
  ),
  event(
    'filesystem-error',
    'error',
    '(?<filesystem>EXT[234]-fs|BTRFS|F2FS-fs|JBD2|XFS|FAT-fs|SQUASHFS)(?: (?:error|critical|warning))? ?:? ?\\((?:device )?(?<device>[\\w!/-]{1,64})(?: state \\w{1,16})?\\): .{0,200}?(?:error|[Cc]orrupt|shut(?:ting)? ?down|[Rr]emounting filesystem read-only|failed)',
  ),
  event(
    'filesystem-error',
    'error',
    '(?<filesystem>EXT[234]-fs|BTRFS) (?:error|critical) \\(device (?<device>[\\w!/-]{1,64})\\)',
  ),
  event('hardware-error', 'error', '(?:mce: )?\\[Hardware Error\\]'),
  event('memory-error', 'error', 'EDAC (?<device>MC\\d{1,3}): \\d{1,9} (?:CE|UE) '),
  event('thermal', 'warning', '(?:mce: )?CPU(?<cpu>\\d{1,5}): (?:Core|Package) temperature above threshold'),
  event('conntrack-full', 'error', '(?:nf_conntrack: )?(?:nf_conntrack|ip_conntrack): table full, dropping packet'),
  event('neighbour-overflow', 'error', '(?:neighbour: \\w{1,32}: )?(?:neighbor|Neighbour) table overflow'),
  event(
    'syn-flood',
    'warning',
    '(?:TCP: )?(?:request_sock_\\w{1,8}: )?[Pp]ossible SYN flooding on port (?:\\S{1,64}:)?(?<port>\\d{1,5})\\.',
  ),
  event('tcp-memory', 'error', 'TCP: out of memory'),
  event(
    'link-down',
    'warning',
    `(?:${NAME} \\S{1,20} )?(?:${NAME}:? )?(?<interface>${NAME}): (?:NIC )?[Ll]ink (?:is )?(?:status )?[Dd]own`,
  ),
  event(
    'link-up',
    'info',
    `(?:${NAME} \\S{1,20} )?(?:${NAME}:? )?(?<interface>${NAME}): (?:NIC )?[Ll]ink (?:is )?(?:status )?[Uu]p`,
  ),
  event('link-down', 'warning', `\\S{1,32}:? (?<interface>${NAME}):? NIC [Ll]ink is [Dd]own`),
  event('link-up', 'info', `\\S{1,32}:? (?<interface>${NAME}):? NIC [Ll]ink is [Uu]p`),
  event(
    'link-down',
    'warning',
    '(?<bridge>\\w{1,16}): link status (?:definitely )?down for interface (?<interface>[^\\s,]{1,32})',
  ),
  event(
    'link-up',
    'info',
    '(?<bridge>\\w{1,16}): link status (?:definitely )?up for interface (?<interface>[^\\s,]{1,32})',
  ),
  event('link-up', 'info', `IPv6: ADDRCONF\\(NETDEV_CHANGE\\): (?<interface>${NAME}): link becomes ready`),
  event(
    'port-state',
    'info',
    `(?<bridge>${NAME}): port \\d{1,5}\\((?<interface>${NAME})\\) entered (?<state>\\w{1,16}) state`,
  ),
  event('promiscuous', 'notice', `(?:device )?(?<interface>${NAME}):? (?<state>entered|left) promiscuous mode`),
  event(
    'usb-found',
    'notice',
    'usb (?<device>[\\d.-]{1,16}): New USB device found, idVendor=(?<vendor>\\w{4}), idProduct=(?<product>\\w{4})',
  ),
  event('usb-gone', 'notice', 'usb (?<device>[\\d.-]{1,16}): USB disconnect, device number '),
  event(
    'module-taint',
    'warning',
    '(?<module>\\w{1,64}): (?:loading out-of-tree module taints|module verification failed|module license .{1,40} taints)',
  ),
  event('executable-stack', 'warning', "process .(?<comm>[^']{1,128}). started with executable stack"),
];

function event(name: string, severity: Severity, opening: string): KernelEvent {
  return { name, severity, shape: new RegExp(`^${opening}`) };
}
