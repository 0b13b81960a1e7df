import type { Pattern } from '@/lib/query';

/** What one value asks of a field once all of its modifiers are applied. */
export type SigmaTest =
  | TextTest
  | RegexTest
  | TimeTest
  | FieldTest
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'exists'; readonly exists: boolean }
  | { readonly kind: 'network'; readonly network: string }
  | { readonly kind: 'compare'; readonly comparator: SigmaComparator; readonly value: number };

export type SigmaComparator = '>' | '>=' | '<' | '<=';

/** The whole value is this text, with wildcards. */
export interface TextTest {
  readonly kind: 'text';
  readonly pattern: Pattern;
  /** Whether upper and lower case are told apart. */
  readonly cased: boolean;
  /** Whether the characters of its literal pieces are bytes of another encoding than UTF-8. */
  readonly isBytes: boolean;
}

/** The expression matches somewhere in the value, or, tied, from its start or up to its end. */
export interface RegexTest {
  readonly kind: 'regex';
  readonly source: string;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

export const TIME_PARTS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** A part of a time, in UTC, as a number. */
export interface TimeTest {
  readonly kind: 'time';
  readonly part: TimePart;
  readonly comparator: SigmaComparator | '=';
  readonly value: number;
}

/** The value is that of another field of the same event, or holds it at its start, its end or anywhere. */
export interface FieldTest {
  readonly kind: 'field';
  readonly name: string;
  readonly holds: 'equal' | 'start' | 'end' | 'inside';
  /** Whether upper and lower case are told apart. */
  readonly cased: boolean;
}
