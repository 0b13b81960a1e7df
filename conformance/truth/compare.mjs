import { EXPLANATIONS } from './explanations.mjs';

/**
 * @typedef {object} Difference
 * @property {string} kind
 * @property {string} label of the statement
 * @property {string} field
 * @property {'differs' | 'missing' | 'unread'} outcome `missing`: there is no value here; `unread`: no event begins at the line
 * @property {string} theirs
 * @property {string} ours
 * @property {string | null} because the reason why it may be so; null when there is none
 */

/**
 * What of a statement agrees with the event that its lines became, and what does not.
 * @param {import('./truth-kind.mjs').TruthKind} kind
 * @param {import('./truth-kind.mjs').Statement} statement
 * @param {import('./truth-kind.mjs').OurEvent | undefined} event
 * @param {readonly import('./explanations.mjs').Explanation[]} explanations
 * @returns {{ agreed: number, more: number, differences: Difference[] }} `more` counts fields here that they do not have
 */
export function compare(kind, statement, event, explanations = EXPLANATIONS) {
  const names = Object.keys(statement.fields);
  const found = names.map((field) => outcomeOf(kind, statement, event, field)).filter((found) => found !== null);
  const differences = found.map((difference) => ({
    ...difference,
    because: explanations.find((explanation) => explains(explanation, difference, event, statement))?.because ?? null,
  }));
  const agreed = names.length - differences.length;
  const more = event === undefined ? 0 : Math.max(0, Object.keys(event.fields).length - agreed);
  return { agreed, more, differences };
}

function outcomeOf(kind, statement, event, field) {
  const theirs = statement.fields[field] ?? '';
  const difference = { kind: kind.name, label: statement.label, field, theirs, ours: '' };
  if (event === undefined) return { ...difference, outcome: 'unread' };
  const ours = kind.ours(field, event, statement);
  if (ours === undefined) return { ...difference, outcome: 'missing' };
  return kind.same(field, theirs, ours) ? null : { ...difference, outcome: 'differs', ours: String(ours) };
}

function explains({ kind, field, outcome, when }, difference, event, statement) {
  return (
    kind === difference.kind &&
    field.test(difference.field) &&
    (outcome ?? difference.outcome) === difference.outcome &&
    (when?.(difference, event, statement) ?? true)
  );
}
