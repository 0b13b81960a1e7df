import { type LogEvent, severityCode } from '@/lib/events';
import type { OpenRecord } from './record';

/** A line that no format reads continues a headed record only if it was written this soon after it. */
const CONTINUATION_MICROS_MAX = 1_000_000;

/** Whether a line could be of the open record by its program and its time. */
export function belongs(open: OpenRecord, event: LogEvent): boolean {
  const { component, pid, time } = open.event;
  // Where every line names its machine and program, another program's line is another record.
  const named = event.node !== null || event.component !== null;
  if (named && (event.component !== component || event.pid !== pid)) return false;
  return event.time === null || time === null || Math.abs(event.time - time) <= CONTINUATION_MICROS_MAX;
}

/**
 * Whether an exception below a record is what it logged: it tells of a failure, or the exception stands directly below it.
 * What a runtime prints of a crash (a traceback, `Exception in thread`) has nothing to do with an ordinary record before it.
 */
export function logsException(open: OpenRecord, content: string): boolean {
  const { severity } = open.event;
  const fails = severity === null || severityCode(severity) >= severityCode('warning');
  return fails || (open.lines === 1 && /^[\w.$]{1,200}(?:Exception|Error|Throwable)\b/.test(content.slice(0, 240)));
}
