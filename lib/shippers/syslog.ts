import { addressParts, lines, tokenText } from './address';
import type { Shipper } from './shipper';

export const syslog: Shipper = {
  name: 'syslog',
  title: 'rsyslog',
  about:
    'Sends the log of a machine through its Elasticsearch output, which waits for an answer: unlike plain syslog, nothing is lost on the way.',
  source: 'https://www.rsyslog.com/doc/configuration/modules/omelasticsearch.html',
  setups(address) {
    const { secure, host, port } = addressParts(address);
    return [
      {
        place: '/etc/rsyslog.d/60-trackway.conf',
        syntax: 'other',
        text: lines(
          'module(load="omelasticsearch")',
          'template(name="trackway" type="list" option.jsonf="on") {',
          '  property(outname="@timestamp" name="timereported" dateFormat="rfc3339" format="jsonf")',
          '  property(outname="host" name="hostname" format="jsonf")',
          '  property(outname="program" name="programname" format="jsonf")',
          '  property(outname="severity" name="syslogseverity-text" format="jsonf")',
          '  property(outname="message" name="msg" format="jsonf")',
          '}',
          'action(type="omelasticsearch" template="trackway" bulkmode="on" searchIndex="syslog"',
          `  server="${host}" serverport="${port}" usehttps="${secure ? 'on' : 'off'}"`,
          address.token !== null && `  uid="trackway" pwd="${tokenText(address)}"`,
          '  queue.type="linkedlist" queue.filename="trackway" queue.saveonshutdown="on" action.resumeRetryCount="-1")',
        ),
      },
    ];
  },
};
