import type { SigmaTest } from '../sigma-test';
import { literal } from '../text-pattern';

/** A number as the text that it is written as; anything else stays. YAML makes numbers of texts that nobody put in quotes. */
export function asText(test: SigmaTest): SigmaTest {
  if (test.kind !== 'number') return test;
  return { kind: 'text', pattern: [literal(String(test.value))], cased: false, isBytes: false };
}
