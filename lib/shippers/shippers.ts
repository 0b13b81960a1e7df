import { alloy } from './alloy';
import { curl } from './curl';
import { falco } from './falco';
import { filebeat } from './filebeat';
import { fluentBit } from './fluent-bit';
import { journalUpload } from './journal-upload';
import { kubeApiserver } from './kube-apiserver';
import { otelCollector } from './otel-collector';
import type { Shipper } from './shipper';
import { splunk } from './splunk';
import { syslog } from './syslog';
import { vector } from './vector';

/** Every shipper, in the order in which the page offers them. */
export const SHIPPERS: readonly Shipper[] = [
  fluentBit,
  vector,
  otelCollector,
  alloy,
  filebeat,
  kubeApiserver,
  falco,
  syslog,
  journalUpload,
  splunk,
  curl,
];
