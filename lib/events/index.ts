export { isDerivedAttribute } from './derived-attributes';
export type { Field, FieldGroup, FieldKind } from './field';
export { FIELDS, type FieldName } from './fields';
export { type Attribute, LogEvent, TIME_GUESS, type TypeOrigin } from './log-event';
export { isLogType, LOG_TYPES, type LogType, logTypeCode, logTypeFromCode } from './log-type';
export { isNameServerName, isProxyName } from './network-place';
export type { Place } from './place-memory';
export {
  SEVERITIES,
  type Severity,
  severityCode,
  severityFromCode,
  severityFromSyslog,
  severityFromWord,
} from './severity';
export { isAllInOne, isControlPlaneName, typeOfPlace } from './type-of-place';
