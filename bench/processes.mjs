import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel counts in, wherever Linux runs (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100;

/**
 * CPU seconds that a process has used so far, with those of its children that have ended. 0 when it is gone.
 * @param {number} pid
 */
export function cpuSeconds(pid) {
  const fields = statOf(pid);
  if (fields === null) return 0;
  // utime, stime, cutime, cstime: fields 14 to 17 of the manual, which counts from 1 and the name as the second.
  return sum(fields.slice(11, 15)) / TICKS_PER_SECOND;
}

/** The same with all children that live now: PostgreSQL has one for each connection. */
export function cpuSecondsOfFamily(pid) {
  return cpuSeconds(pid) + childrenOf(pid).reduce((total, child) => total + cpuSeconds(child), 0);
}

/** The id of the process that started this one, or null. */
export function parentOf(pid) {
  const fields = statOf(pid);
  return fields === null ? null : Number(fields[1]);
}

/** The most memory that a process has held at once, in bytes; null when it is gone. */
export function peakMemory(pid) {
  return memoryLine(pid, /^VmHWM:\s+(\d+) kB$/m);
}

/** The memory that a process holds now, in bytes; null when it is gone. */
export function residentMemory(pid) {
  return memoryLine(pid, /^VmRSS:\s+(\d+) kB$/m);
}

function memoryLine(pid, pattern) {
  const line = read(`/proc/${pid}/status`)?.match(pattern);
  return line ? Number(line[1]) * 1024 : null;
}

function childrenOf(pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => parentOf(other) === pid);
}

/** The fields after the name, which may hold anything; null when there is no such process. */
function statOf(pid) {
  const text = read(`/proc/${pid}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function sum(texts) {
  return texts.reduce((total, text) => total + Number(text), 0);
}
