import type { CharacterRange, Regex } from './regex';

type Instruction =
  | { readonly kind: 'set'; readonly ranges: readonly CharacterRange[]; readonly negated: boolean }
  | { readonly kind: 'assert'; readonly what: 'start' | 'end' | 'boundary' | 'inside' }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'match' };

/**
 * Makes the test "the expression matches somewhere in the text". All alternatives are followed at once (Thompson's way),
 * so that the time is at most the text's length times the expression's cost, whatever the two are.
 */
export function regexMatcher(regex: Regex): (text: string) => boolean {
  const program: Instruction[] = [];
  emit(regex, program);
  program.push({ kind: 'match' });
  return (text) =>
    run(
      program,
      Array.from(text, (character) => character.codePointAt(0) ?? 0),
    );
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

function run(program: readonly Instruction[], codes: readonly number[]): boolean {
  const seen = new Int32Array(program.length).fill(-1);
  let states: number[] = [];
  for (let position = 0; position <= codes.length; position++) {
    const next = states;
    next.push(0);
    const active = reach(next, program, codes, position, seen);
    if (active === null) return true;
    const code = codes[position];
    states = [];
    if (code === undefined) break;
    for (const state of active) {
      const instruction = program[state];
      if (instruction?.kind === 'set' && contains(instruction.ranges, code) !== instruction.negated) {
        states.push(state + 1);
      }
    }
  }
  return false;
}

/** The states that read a character, reachable from the given ones without reading any; null when a match is. */
function reach(
  from: number[],
  program: readonly Instruction[],
  codes: readonly number[],
  position: number,
  seen: Int32Array,
): number[] | null {
  const active: number[] = [];
  const pending = from;
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (seen[state] === position) continue;
    seen[state] = position;
    const instruction = program[state];
    if (instruction === undefined || instruction.kind === 'match') return null;
    if (instruction.kind === 'set') active.push(state);
    else if (instruction.kind === 'split') pending.push(instruction.first, instruction.second);
    else if (holds(instruction.what, codes, position)) pending.push(state + 1);
  }
  return active;
}

function holds(what: 'start' | 'end' | 'boundary' | 'inside', codes: readonly number[], position: number): boolean {
  if (what === 'start') return position === 0;
  if (what === 'end') return position === codes.length;
  const atBoundary = isWordCode(codes[position - 1]) !== isWordCode(codes[position]);
  return atBoundary === (what === 'boundary');
}

function isWordCode(code: number | undefined): boolean {
  return code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));
}

function contains(ranges: readonly CharacterRange[], code: number): boolean {
  for (const [low, high] of ranges) if (code >= low && code <= high) return true;
  return false;
}
