import { auditEvents } from './audit-events.mjs';
import { auditRecords } from './audit-records.mjs';
import { flowFields } from './flow-fields.mjs';
import { logColumns } from './log-columns.mjs';
import { ruleTests } from './rule-tests.mjs';

/** The kinds of ground truth that are known; the first that takes a file has it. */
export const TRUTH_KINDS = [auditRecords, auditEvents, logColumns, ruleTests, flowFields];
