import { describe, expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { auditd } from './auditd';
import { Clock } from './clock';
import { ReadContext } from './read-context';

const HEAD = 'msg=audit(1700000000.250:77):';

/** The event that the reader makes of these records, all of the same serial number. */
function joined(...records: string[]): LogEvent {
  const context = new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: 0 }), 'audit.log');
  const [whole, ...parts] = records.map((record) => {
    const event = new LogEvent();
    expect(auditd.read(record, event, context)).toBe(true);
    return event;
  });
  if (whole === undefined) throw new Error('a record is needed');
  for (const part of parts) {
    expect(part.joinKey).toBe(whole.joinKey);
    auditd.join?.(whole, part);
  }
  return whole;
}

const CALL = `type=SYSCALL ${HEAD} arch=c000003e syscall=59 success=yes exit=0 a0=55d0 ppid=10 pid=11 auid=1000 uid=0 comm="sh" exe="/bin/sh" key="run"\u001dARCH=x86_64 SYSCALL=execve AUID="ann" UID="root"`;

describe('the records of one audit event', () => {
  test('tell in one sentence who ran what', () => {
    const event = joined(
      CALL,
      `type=EXECVE ${HEAD} argc=3 a0="sh" a1="-c" a2=6563686F206869`,
      `type=CWD ${HEAD} cwd="/srv"`,
      `type=PATH ${HEAD} item=1 name="/lib/ld.so" nametype=NORMAL`,
      `type=PATH ${HEAD} item=0 name="/bin/sh" nametype=NORMAL`,
      `type=PROCTITLE ${HEAD} proctitle=7368002D63006563686F206869`,
    );
    expect(event).toMatchObject({ user: 'ann', pid: 11, name: '/bin/sh', message: 'ann ran sh -c echo hi' });
    expect(event.attributes).toMatchObject({
      'audit.type': 'SYSCALL',
      'audit.types': 'SYSCALL,EXECVE,CWD,PATH,PROCTITLE',
      command: 'sh -c echo hi',
      proctitle: 'sh -c echo hi',
      cwd: '/srv',
      key: 'run',
    });
  });

  test('may come in any order', () => {
    const event = joined(`type=PROCTITLE ${HEAD} proctitle="sh"`, `type=CWD ${HEAD} cwd="/srv"`, CALL);
    expect(event).toMatchObject({ user: 'ann', message: 'ann /bin/sh execve' });
    expect(event.attributes).toMatchObject({ 'audit.type': 'SYSCALL' });
  });

  test('bring a long argument in pieces', () => {
    const event = joined(
      `type=EXECVE ${HEAD} argc=2 a0="sh" a1_len=8 a1[0]="abcd"`,
      `type=EXECVE ${HEAD} a1[1]="efgh"`,
    );
    expect(event.attributes).toMatchObject({ command: 'sh abcdefgh' });
  });

  test('turn the other side around where a connection comes in', () => {
    const event = joined(
      `type=SYSCALL ${HEAD} arch=c000003e syscall=43 success=yes exit=4 pid=11 uid=0 exe="/usr/sbin/sshd"`,
      `type=SOCKADDR ${HEAD} saddr=0200C001C63364070000000000000000`,
    );
    expect(event).toMatchObject({ srcIp: '198.51.100.7', srcPort: 49153, dstIp: null });
  });

  test('name a refusal by its errors', () => {
    const event = joined(
      `type=AVC ${HEAD} avc:  denied  { read } for  pid=11 comm="cat" name="shadow" permissive=0`,
      `type=SYSCALL ${HEAD} arch=c00000b7 syscall=56 success=no exit=-13 pid=11 auid=4294967295 uid=33 comm="cat" exe="/bin/cat"`,
    );
    expect(event).toMatchObject({ decision: 'forbid', reason: 'EACCES', severity: 'warning', user: '33' });
    expect(event.attributes).toMatchObject({ 'audit.type': 'AVC', syscall: 'openat', auid: 'unset' });
  });
});
