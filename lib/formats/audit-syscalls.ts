/**
 * Names of system calls by the machine's architecture, as audit records write it: the ones that turn up in audit rules. Linux,
 * arch/x86/entry/syscalls/syscall_64.tbl and syscall_32.tbl, arch/powerpc/kernel/syscalls/syscall.tbl, include/uapi/asm-generic/unistd.h.
 */
const X86_64 =
  '0 read,1 write,2 open,3 close,4 stat,5 fstat,6 lstat,7 poll,8 lseek,9 mmap,10 mprotect,11 munmap,12 brk,' +
  '13 rt_sigaction,14 rt_sigprocmask,16 ioctl,17 pread64,18 pwrite64,19 readv,20 writev,21 access,22 pipe,' +
  '23 select,25 mremap,32 dup,33 dup2,35 nanosleep,39 getpid,40 sendfile,41 socket,42 connect,43 accept,' +
  '44 sendto,45 recvfrom,46 sendmsg,47 recvmsg,48 shutdown,49 bind,50 listen,51 getsockname,52 getpeername,' +
  '53 socketpair,54 setsockopt,55 getsockopt,56 clone,57 fork,58 vfork,59 execve,60 exit,61 wait4,62 kill,' +
  '63 uname,72 fcntl,73 flock,74 fsync,76 truncate,77 ftruncate,78 getdents,79 getcwd,80 chdir,81 fchdir,' +
  '82 rename,83 mkdir,84 rmdir,85 creat,86 link,87 unlink,88 symlink,89 readlink,90 chmod,91 fchmod,92 chown,' +
  '93 fchown,94 lchown,95 umask,96 gettimeofday,101 ptrace,102 getuid,103 syslog,104 getgid,105 setuid,' +
  '106 setgid,107 geteuid,109 setpgid,112 setsid,113 setreuid,114 setregid,116 setgroups,117 setresuid,' +
  '119 setresgid,122 setfsuid,123 setfsgid,125 capget,126 capset,132 utime,133 mknod,135 personality,136 ustat,' +
  '141 setpriority,144 sched_setscheduler,155 pivot_root,157 prctl,158 arch_prctl,159 adjtimex,160 setrlimit,' +
  '161 chroot,162 sync,163 acct,164 settimeofday,165 mount,166 umount2,167 swapon,168 swapoff,169 reboot,' +
  '170 sethostname,171 setdomainname,172 iopl,173 ioperm,174 create_module,175 init_module,176 delete_module,' +
  '179 quotactl,186 gettid,188 setxattr,189 lsetxattr,190 fsetxattr,197 removexattr,198 lremovexattr,' +
  '199 fremovexattr,200 tkill,202 futex,217 getdents64,227 clock_settime,228 clock_gettime,231 exit_group,' +
  '232 epoll_wait,233 epoll_ctl,234 tgkill,235 utimes,246 kexec_load,248 add_key,249 request_key,250 keyctl,' +
  '254 inotify_add_watch,257 openat,258 mkdirat,259 mknodat,260 fchownat,261 futimesat,262 newfstatat,' +
  '263 unlinkat,264 renameat,265 linkat,266 symlinkat,267 readlinkat,268 fchmodat,269 faccessat,272 unshare,' +
  '280 utimensat,281 epoll_pwait,284 eventfd,285 fallocate,288 accept4,291 epoll_create1,292 dup3,293 pipe2,' +
  '295 preadv,296 pwritev,298 perf_event_open,299 recvmmsg,300 fanotify_init,301 fanotify_mark,302 prlimit64,' +
  '303 name_to_handle_at,304 open_by_handle_at,305 clock_adjtime,307 sendmmsg,308 setns,310 process_vm_readv,' +
  '311 process_vm_writev,313 finit_module,314 sched_setattr,316 renameat2,317 seccomp,318 getrandom,' +
  '319 memfd_create,320 kexec_file_load,321 bpf,322 execveat,323 userfaultfd,326 copy_file_range,332 statx,' +
  '424 pidfd_send_signal,425 io_uring_setup,426 io_uring_enter,427 io_uring_register,428 open_tree,' +
  '429 move_mount,430 fsopen,431 fsconfig,432 fsmount,434 pidfd_open,435 clone3,436 close_range,437 openat2,' +
  '438 pidfd_getfd,439 faccessat2,442 mount_setattr,447 memfd_secret,452 fchmodat2';

const AARCH64 =
  '5 setxattr,6 lsetxattr,7 fsetxattr,14 removexattr,15 lremovexattr,16 fremovexattr,17 getcwd,' +
  '20 epoll_create1,21 epoll_ctl,22 epoll_pwait,23 dup,24 dup3,25 fcntl,29 ioctl,32 flock,33 mknodat,' +
  '34 mkdirat,35 unlinkat,36 symlinkat,37 linkat,38 renameat,39 umount2,40 mount,41 pivot_root,43 statfs,' +
  '45 truncate,46 ftruncate,47 fallocate,48 faccessat,49 chdir,50 fchdir,51 chroot,52 fchmod,53 fchmodat,' +
  '54 fchownat,55 fchown,56 openat,57 close,59 pipe2,60 quotactl,61 getdents64,62 lseek,63 read,64 write,' +
  '65 readv,66 writev,67 pread64,68 pwrite64,71 sendfile,78 readlinkat,79 newfstatat,80 fstat,81 sync,82 fsync,' +
  '88 utimensat,89 acct,90 capget,91 capset,92 personality,93 exit,94 exit_group,97 unshare,98 futex,' +
  '101 nanosleep,104 kexec_load,105 init_module,106 delete_module,112 clock_settime,113 clock_gettime,' +
  '116 syslog,117 ptrace,119 sched_setscheduler,129 kill,130 tkill,131 tgkill,134 rt_sigaction,' +
  '135 rt_sigprocmask,140 setpriority,142 reboot,143 setregid,144 setgid,145 setreuid,146 setuid,147 setresuid,' +
  '149 setresgid,151 setfsuid,152 setfsgid,154 setpgid,157 setsid,159 setgroups,160 uname,161 sethostname,' +
  '162 setdomainname,164 setrlimit,166 umask,167 prctl,169 gettimeofday,170 settimeofday,171 adjtimex,' +
  '172 getpid,174 getuid,175 geteuid,178 gettid,198 socket,199 socketpair,200 bind,201 listen,202 accept,' +
  '203 connect,204 getsockname,205 getpeername,206 sendto,207 recvfrom,208 setsockopt,209 getsockopt,' +
  '210 shutdown,211 sendmsg,212 recvmsg,214 brk,215 munmap,216 mremap,217 add_key,218 request_key,219 keyctl,' +
  '220 clone,221 execve,222 mmap,224 swapon,225 swapoff,226 mprotect,241 perf_event_open,242 accept4,' +
  '243 recvmmsg,260 wait4,261 prlimit64,262 fanotify_init,263 fanotify_mark,264 name_to_handle_at,' +
  '265 open_by_handle_at,266 clock_adjtime,268 setns,269 sendmmsg,270 process_vm_readv,271 process_vm_writev,' +
  '273 finit_module,274 sched_setattr,276 renameat2,277 seccomp,278 getrandom,279 memfd_create,280 bpf,' +
  '281 execveat,282 userfaultfd,285 copy_file_range,291 statx,294 kexec_file_load,424 pidfd_send_signal,' +
  '425 io_uring_setup,426 io_uring_enter,427 io_uring_register,428 open_tree,429 move_mount,430 fsopen,' +
  '431 fsconfig,432 fsmount,434 pidfd_open,435 clone3,436 close_range,437 openat2,438 pidfd_getfd,' +
  '439 faccessat2,442 mount_setattr,447 memfd_secret,452 fchmodat2';

const I386 =
  '1 exit,2 fork,3 read,4 write,5 open,6 close,7 waitpid,8 creat,9 link,10 unlink,11 execve,12 chdir,14 mknod,' +
  '15 chmod,16 lchown,19 lseek,20 getpid,21 mount,22 umount,23 setuid,25 stime,26 ptrace,33 access,37 kill,' +
  '38 rename,39 mkdir,40 rmdir,42 pipe,46 setgid,52 umount2,54 ioctl,57 setpgid,60 umask,61 chroot,63 dup2,' +
  '66 setsid,70 setreuid,71 setregid,79 settimeofday,83 symlink,85 readlink,88 reboot,90 mmap,91 munmap,' +
  '92 truncate,94 fchmod,95 fchown,102 socketcall,103 syslog,114 wait4,120 clone,122 uname,124 adjtimex,' +
  '125 mprotect,128 init_module,129 delete_module,136 personality,164 setresuid,170 setresgid,172 prctl,' +
  '182 chown,185 capset,190 vfork,192 mmap2,195 stat64,203 setreuid32,204 setregid32,206 setgroups32,' +
  '208 setresuid32,210 setresgid32,212 chown32,213 setuid32,214 setgid32,217 pivot_root,226 setxattr,' +
  '252 exit_group,264 clock_settime,283 kexec_load,295 openat,296 mkdirat,298 fchownat,301 unlinkat,' +
  '302 renameat,304 symlinkat,306 fchmodat,310 unshare,322 timerfd_create,346 setns,347 process_vm_readv,' +
  '348 process_vm_writev,350 finit_module,353 renameat2,354 seccomp,356 memfd_create,357 bpf,358 execveat,' +
  '359 socket,361 bind,362 connect,363 listen,364 accept4,369 sendto,370 sendmsg';

const POWERPC =
  '1 exit,2 fork,3 read,4 write,5 open,6 close,9 link,10 unlink,11 execve,15 chmod,21 mount,26 ptrace,37 kill,38 rename,' +
  '54 ioctl,90 mmap,120 clone,128 init_module,129 delete_module,189 vfork,286 openat,292 unlinkat,293 renameat,326 socket,' +
  '327 bind,328 connect,329 listen,330 accept,335 sendto,344 accept4,353 finit_module,361 bpf,362 execveat';

interface Architecture {
  readonly name: string;
  readonly calls: ReadonlyMap<string, string>;
}

const ARCHITECTURES: ReadonlyMap<string, Architecture> = new Map([
  ['c000003e', { name: 'x86_64', calls: callsOf(X86_64) }],
  ['c00000b7', { name: 'aarch64', calls: callsOf(AARCH64) }],
  ['40000003', { name: 'i386', calls: callsOf(I386) }],
  ['40000028', { name: 'arm', calls: new Map() }],
  ['c0000015', { name: 'ppc64le', calls: callsOf(POWERPC) }],
  ['80000015', { name: 'ppc64', calls: callsOf(POWERPC) }],
  ['80000016', { name: 's390x', calls: new Map() }],
  ['c00000f3', { name: 'riscv64', calls: callsOf(AARCH64) }],
]);

/** The name of an architecture that an audit record writes in hexadecimal; the text itself when it is none of the usual. */
export function architectureName(code: string): string {
  return ARCHITECTURES.get(code.toLowerCase())?.name ?? code;
}

/** The name of a system call by its number, or null. `architecture` is the code of the record. */
export function syscallName(architecture: string, number: string): string | null {
  return ARCHITECTURES.get(architecture.toLowerCase())?.calls.get(number) ?? null;
}

function callsOf(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split(',').map((entry): [string, string] => {
      const space = entry.indexOf(' ');
      return [entry.slice(0, space), entry.slice(space + 1)];
    }),
  );
}
