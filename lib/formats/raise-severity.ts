import { type LogEvent, type Severity, severityCode } from '@/lib/events';

/** Gives the event a severity unless what is around the record told a graver one. */
export function raiseSeverity(event: LogEvent, severity: Severity): void {
  if (event.severity === null || severityCode(event.severity) < severityCode(severity)) event.severity = severity;
}
