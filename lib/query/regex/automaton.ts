import { LazyStates } from './lazy-states';
import type { Instruction } from './program';
import type { Regex } from './regex';

/** The test of an expression, for text and for bytes. */
export interface RegexMatcher {
  matches(text: string): boolean;
  /** The same for a part of some bytes, three times as fast; null when not all of them that it must look at are ASCII. */
  matchesAscii(bytes: Uint8Array, from: number, to: number): boolean | null;
}

/** Makes the test "the expression matches somewhere in the text". */
export function regexMatcher(regex: Regex): (text: string) => boolean {
  return byteRegexMatcher(regex).matches;
}

/**
 * Makes the same test, also for bytes. All alternatives are followed at once (Thompson's way),
 * so that the time is at most the text's length times the expression's cost, whatever the two are; what was found out of a
 * set of alternatives is remembered, so that most characters cost one look into a table.
 */
export function byteRegexMatcher(regex: Regex): RegexMatcher {
  const program: Instruction[] = [];
  emit(regex, program);
  program.push({ kind: 'match' });
  const states = new LazyStates(program);
  return {
    matches: (text) => states.match(text),
    matchesAscii: (bytes, from, to) => states.matchAscii(bytes, from, to),
  };
}

/** Appends instructions; each falls through to the next one but `split`, which goes to both of its ends. */
function emit(regex: Regex, program: Instruction[]): void {
  switch (regex.kind) {
    case 'set':
      program.push(regex);
      return;
    case 'sequence':
      for (const part of regex.of) emit(part, program);
      return;
    case 'choice':
      emitChoice(regex.of, program);
      return;
    case 'repeat':
      emitRepeat(regex.of, regex.min, regex.max, program);
      return;
    default:
      program.push({ kind: 'assert', what: regex.kind });
  }
}

function emitChoice(of: readonly Regex[], program: Instruction[]): void {
  const jumps: { first: number; second: number }[] = [];
  for (const [index, part] of of.entries()) {
    if (index === of.length - 1) {
      emit(part, program);
      break;
    }
    const fork = addSplit(program);
    fork.first = program.length;
    emit(part, program);
    jumps.push(addSplit(program));
    fork.second = program.length;
  }
  for (const jump of jumps) jump.first = jump.second = program.length;
}

function emitRepeat(of: Regex, min: number, max: number | null, program: Instruction[]): void {
  for (let count = 0; count < min; count++) emit(of, program);
  if (max === null) {
    const fork = addSplit(program);
    const start = program.length - 1;
    fork.first = program.length;
    emit(of, program);
    const back = addSplit(program);
    back.first = back.second = start;
    fork.second = program.length;
    return;
  }
  const forks: { first: number; second: number }[] = [];
  for (let count = min; count < max; count++) {
    const fork = addSplit(program);
    fork.first = program.length;
    emit(of, program);
    forks.push(fork);
  }
  for (const fork of forks) fork.second = program.length;
}

function addSplit(program: Instruction[]): { first: number; second: number } {
  const split = { kind: 'split' as const, first: 0, second: 0 };
  program.push(split);
  return split;
}
