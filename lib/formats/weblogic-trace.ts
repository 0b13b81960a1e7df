import { type LogEvent, severityFromWord } from '@/lib/events';
import { DateTimeScanner } from './date-times';
import { plainText } from './plain-text';
import type { ReadContext } from './read-context';

const AT = 64;
const OPEN_BRACKET = 91;
/** Behind the time: the script with its line, and a level of java.util.logging. */
const REST = /^\]\[([\w./-]{1,120}:\d{1,6})\]\[([A-Z]{4,7})\] ?/;

const dates = new DateTimeScanner();

/**
 * Reads what the scripts of WebLogic's Kubernetes operator write around a server that starts:
 * `@[2024-01-02T03:04:05.678 UTC][startServer.sh:17][FINE] message`. Answers false for anything else.
 * Source: github.com/oracle/weblogic-kubernetes-operator, scripts/utils.sh, trace()
 */
export function readWeblogicTrace(text: string, event: LogEvent, context: ReadContext): boolean {
  if (text.charCodeAt(0) !== AT || text.charCodeAt(1) !== OPEN_BRACKET || !dates.scan(text, 2)) return false;
  dates.scanZoneName(text);
  const head = REST.exec(text.slice(dates.end, dates.end + 160));
  const severity = severityFromWord(head?.[2] ?? '');
  if (head === null || severity === null) return false;
  dates.set(event, context);
  event.severity = severity;
  event.caller = head[1] ?? null;
  event.message = plainText(text.slice(dates.end + head[0].length));
  return true;
}
