import { addressParts, lines, tokenText } from './address';
import type { Shipper } from './shipper';

/**
 * A whole line of RFC 5424 in a record, so that it is read as one that came over syslog: with its machine, its program and what
 * the program wrote. rsyslog begins some messages with a space of their own, and others without one.
 */
const LINE =
  '<%pri%>1 %timereported:::date-rfc3339% %hostname:::json% %app-name:::json% %procid:::json% %msgid:::json% %structured-data:::json%%msg:::sp-if-no-1st-sp%%msg:::json%';
const RECORD = `{\\"date\\":\\"%timereported:::date-rfc3339%\\",\\"log\\":\\"${LINE}\\"}`;

export const syslog: Shipper = {
  name: 'syslog',
  title: 'rsyslog',
  about:
    'Sends the log of a machine through its Elasticsearch output, which waits for an answer and keeps what it cannot send. Plain syslog has neither answers nor tokens: Trackway takes it from the addresses that it is told, and over TLS only behind a terminator such as stunnel.',
  source: 'https://www.rsyslog.com/doc/configuration/modules/omelasticsearch.html',
  setups(address) {
    const { secure, host, port } = addressParts(address);
    return [
      {
        place: '/etc/rsyslog.d/60-trackway.conf',
        syntax: 'other',
        text: lines(
          'module(load="omelasticsearch")',
          `template(name="trackway" type="string" string="${RECORD}")`,
          'action(type="omelasticsearch" template="trackway" bulkmode="on" retryfailures="on" searchIndex="syslog"',
          `  server="${host}" serverport="${port}" usehttps="${secure ? 'on' : 'off'}"`,
          address.token !== null && `  uid="trackway" pwd="${tokenText(address)}"`,
          // By itself the queue takes 1000 messages and then waits 50 ms before it drops one, even with a disk behind it.
          '  queue.type="linkedlist" queue.size="20000" queue.highWatermark="10000" queue.timeoutEnqueue="10000"',
          '  queue.filename="trackway" queue.maxDiskSpace="1g" queue.saveOnShutdown="on"',
          '  action.resumeRetryCount="-1" action.resumeInterval="5")',
        ),
      },
      {
        place: 'environment of Trackway, for plain syslog over TCP and UDP',
        syntax: 'shell',
        text: lines(
          'TRACKWAY_SYSLOG_PORT=5514',
          'TRACKWAY_SYSLOG_HOST=0.0.0.0',
          'TRACKWAY_SYSLOG_FROM=10.0.0.0/8,192.168.7.9',
        ),
      },
    ];
  },
};
