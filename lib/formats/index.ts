export { Clock, type ClockHints, type ClockMemory, TIME_ORIGIN } from './clock';
export {
  type Format,
  type FormatExample,
  type Json,
  type JsonObject,
  NOT_MINE,
  type ObjectFormat,
  READ,
  type Reading,
  Several,
  type TextFormat,
} from './format';
export { formatNamed, PLAIN } from './format-named';
export { parseJournalExport } from './journal-export-object';
export { epochMicros } from './json-time';
export { programOfCaller, programOfPackage } from './klog-callers';
export { loneObject } from './lone-object';
export { OBJECT_FORMATS } from './object-formats';
export { plainObject } from './plain-object';
export { plainText } from './plain-text';
export { type Forced, NOTHING_FORCED, ReadContext, type Scope } from './read-context';
export { textCandidates } from './text-candidates';
export { TEXT_FORMATS } from './text-formats';
