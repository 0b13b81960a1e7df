import type { Node } from '../cluster';
import type { Scene } from '../scene';
import { SECOND } from '../week';
import { writeAuditRecord, writeAuth, writeSyslog } from '../writers';

export interface Login {
  readonly at: number;
  readonly user: string;
  readonly uid: number;
  readonly from: string;
  readonly method: 'publickey' | 'password';
  readonly seconds: number;
}

const UNSET = 4_294_967_295;

/** A login over SSH that works, with the session's end. The answer is the process id of its sshd. */
export function logIn(scene: Scene, node: Node, login: Login): number {
  const { at, user, uid, from, seconds } = login;
  const pid = scene.random.between(4000, 64_000);
  const key =
    login.method === 'publickey'
      ? `: ED25519 SHA256:${scene.random.text('ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz0123456789', 43)}`
      : '';
  writeAuth(
    scene,
    node,
    at,
    'sshd',
    pid,
    `Accepted ${login.method} for ${user} from ${from} port ${scene.random.clientPort()} ssh2${key}`,
  );
  writeAuth(
    scene,
    node,
    at + 30_000,
    'sshd',
    pid,
    `pam_unix(sshd:session): session opened for user ${user}(uid=${uid}) by ${user}(uid=0)`,
  );
  writeAuditRecord(scene, node, at + 32_000, 'USER_LOGIN', loginText(pid, uid, from, 'success'));
  writeSyslog(
    scene,
    node,
    at + 60_000,
    'systemd',
    1,
    `Started session-${pid % 997}.scope - Session ${pid % 997} of User ${user}.`,
  );
  writeAuth(scene, node, at + seconds * SECOND, 'sshd', pid, `pam_unix(sshd:session): session closed for user ${user}`);
  return pid;
}

/** A password that is refused. */
export function failLogin(scene: Scene, node: Node, at: number, user: string, from: string, known: boolean): void {
  const pid = scene.random.between(4000, 64_000);
  const who = known ? user : `invalid user ${user}`;
  writeAuth(
    scene,
    node,
    at,
    'sshd',
    pid,
    `Failed password for ${who} from ${from} port ${scene.random.clientPort()} ssh2`,
  );
  writeAuditRecord(scene, node, at + 5000, 'USER_LOGIN', loginText(pid, known ? 1000 : UNSET, from, 'failed'));
}

function loginText(pid: number, id: number, from: string, result: string): string {
  return `pid=${pid} uid=0 auid=${id} ses=${UNSET} subj=unconfined msg='op=login id=${id} exe="/usr/sbin/sshd" hostname=${from} addr=${from} terminal=ssh res=${result}'`;
}

/** A command as root; sudo tells it to the authentication log. */
export function runAsRoot(scene: Scene, node: Node, at: number, user: string, command: string): void {
  writeAuth(scene, node, at, 'sudo', 0, ` ${user} : TTY=pts/0 ; PWD=/home/${user} ; USER=root ; COMMAND=${command}`);
}
