import { combine, type FieldReference, isComparable, type Query, resolveField } from '@/lib/query';
import type { FieldMapping } from './field-mapping';
import { isWhole } from './log-sources/log-source';
import { Refused } from './refusal';
import type { FieldTest } from './sigma-test';

const AT = { from: 0, to: 0 };

/** The value of a field of Sigma is, or holds, that of the field that a test names. Throws Refused. */
export function twoFieldsQuery({ name, holds, cased }: FieldTest, field: string, mapping: FieldMapping): Query {
  const others = comparable(name, mapping);
  return combine(
    'or',
    comparable(field, mapping).flatMap((one) =>
      others.map(
        (other): Query => ({
          kind: 'field',
          field: one,
          matcher: { kind: 'other-field', field: other, holds, cased },
          at: AT,
        }),
      ),
    ),
  );
}

/** What stands for a field, whole and as the record says it. */
function comparable(name: string, mapping: FieldMapping): FieldReference[] {
  const targets = mapping.targetsOf(name);
  if (mapping.mayBePath(name)) {
    throw new Refused('field', name, `"${name}" may be in the original record only, where fields cannot be compared`);
  }
  return targets.map((target) => {
    const field = resolveField(target.field);
    if (isComparable(field.kind) && isWhole(target)) return field;
    throw new Refused('field', name, `"${name}" cannot be compared with another field of the event`);
  });
}
