import { datadog } from './datadog';
import type { Dialect } from './dialect';
import { kql } from './kql';
import { kusto } from './kusto';
import { logql } from './logql';
import { lucene } from './lucene';
import { shell } from './shell';
import { splunk } from './splunk';

/** Every dialect, in the order in which they are asked: those with the plainest signs first. */
export const DIALECTS: readonly Dialect[] = [logql, shell, kusto, splunk, datadog, lucene, kql];
