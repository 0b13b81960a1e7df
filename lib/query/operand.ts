import type { FieldReference } from './field-reference';
import type { Pattern } from './pattern';
import type { Span } from './query-error';
import type { Holds } from './scan-other-field';

export type Comparator = '>' | '>=' | '<' | '<=';

/** What stands after a field's name, before an operator makes sense of it. */
export type Operand =
  | { readonly kind: 'word'; readonly pattern: Pattern; readonly at: Span }
  | { readonly kind: 'phrase'; readonly text: string; readonly at: Span }
  | { readonly kind: 'regex'; readonly source: string; readonly at: Span }
  | { readonly kind: 'comparison'; readonly comparator: Comparator; readonly text: string; readonly at: Span }
  | { readonly kind: 'range'; readonly low: RangeEnd; readonly high: RangeEnd; readonly at: Span }
  | {
      readonly kind: 'other-field';
      readonly field: FieldReference;
      readonly holds: Holds;
      readonly cased: boolean;
      readonly at: Span;
    };

/** An end of a range; `text` null means open (`*`). */
export interface RangeEnd {
  readonly text: string | null;
  readonly inclusive: boolean;
  readonly at: Span;
}
