/** What is known of the record that a line may continue. */
export interface PreviousRecord {
  /** Its first line. */
  readonly first: string;
  /** Its last line that is not blank. */
  readonly last: string;
  /** How many lines it has. */
  readonly lines: number;
}

/** How far into a line shapes are looked for; a line of any length is decided by its first letters. */
const LOOK_MAX = 256;

/**
 * Whether a content line continues the record before it in the same stream, by its shape alone: indented lines, stack traces
 * of Java, Python, Go, Node, Ruby, Rust, PHP and .NET, dumped goroutines, closing brackets, blank lines. The cap on a record's length and
 * the rule that any line that no format reads continues a headed record are the reader's.
 */
export function continues(line: string, previous: PreviousRecord): boolean {
  const first = line.charCodeAt(0);
  if (Number.isNaN(first) || first === CARRIAGE_RETURN) return true;
  if (first === SPACE || first === TAB) return !opensWithSeverity(line);
  const head = line.length > LOOK_MAX ? line.slice(0, LOOK_MAX) : line;
  if (first === CLOSE_PAREN || first === CLOSE_BRACKET || first === CLOSE_BRACE) return CLOSING.test(head);
  if (startsWithAny(head, ALWAYS) || MORE_FRAMES.test(head)) return true;
  if (continuesGo(head, previous) || continuesPython(head, previous)) return true;
  return continuesNumbered(head, previous) || continuesException(head, previous);
}

const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const CLOSE_PAREN = 41;
const CLOSE_BRACKET = 93;
const CLOSE_BRACE = 125;

/** Brackets and punctuation up to the end of the line: the end of something printed over several lines. */
const CLOSING = /^[;,)\]}\s]*$/;

/** Openings that no record has. */
const ALWAYS: readonly string[] = [
  'Caused by: ',
  'Suppressed: ',
  'During handling of the above exception, another exception occurred:',
  'The above exception was the direct cause of the following exception:',
  '--- End of ',
  '---> ',
  '[CIRCULAR REFERENCE',
];

const MORE_FRAMES = /^\.\.\. \d{1,6} (?:more|common frames omitted|frames? (?:elided|omitted))/;

/** Some loggers pad a severity with spaces before it; such a line is a record of its own. */
function opensWithSeverity(line: string): boolean {
  return /^[ \t]{1,8}(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)[ :\]]/.test(line.slice(0, 24));
}

const GO_ROUTINE = /^goroutine \d{1,12}(?: gp=| m=| \[|\s).{0,200}:$/;
/** Where a call stands; dumps of all goroutines add registers, shippers and editors turn the tab into blanks. */
const GO_FRAME = /^(?:\t| {2,8})\S.{0,220}:\d{1,7}(?: \+0x[0-9a-f]{1,16})?(?: fp=0x[0-9a-f]{1,16} .{0,60})?$/;
const GO_CALL = /^(?:created by )?[\w./*()[\]%-]{1,200}(?:\(.*\)?| in goroutine \d+)?$/;
const GO_REGISTER = /^[a-z][a-z0-9]{1,5}\s+0x[0-9a-f]{1,16}$/;

/** Panics and goroutine dumps: `goroutine 1 [running]:`, then calls and places by turns, blank lines between. */
function continuesGo(line: string, previous: PreviousRecord): boolean {
  if (line.startsWith('goroutine ')) return GO_ROUTINE.test(line);
  const last = previous.last;
  if (line.startsWith('[signal ') || line.startsWith('[originating from ')) return isPanic(last);
  const registers = GO_REGISTER.test(last.slice(0, 40));
  const insideDump = registers || last.startsWith('goroutine ') || GO_FRAME.test(last.slice(0, LOOK_MAX));
  if (insideDump && (line.startsWith('created by ') || line.startsWith('exit status '))) return true;
  if (insideDump && line.includes('(') && GO_CALL.test(line)) return true;
  if (insideDump && (line.startsWith('panic: ') || line.startsWith('runtime stack:'))) return true;
  if (line.startsWith('runtime stack:')) return isPanic(last);
  return GO_REGISTER.test(line) && insideDump;
}

function isPanic(line: string): boolean {
  return (
    line.startsWith('panic: ') ||
    line.startsWith('fatal error: ') ||
    line.startsWith('SIG') ||
    line.startsWith('\tpanic: ')
  );
}

const PYTHON_TRACEBACK = 'Traceback (most recent call last):';
const TELLS_OF_TRACE = /(?:exception occurred|following exception):$/;
const PYTHON_EXCEPTION =
  /^[A-Za-z_][\w.]{0,150}(?:Error|Exception|Warning|Interrupt|Exit|Timeout|Failure|Iteration|Group)(?::|$)/;
const MODULE_AND_CLASS = /^[a-z_]\w{0,60}(?:\.\w{1,60}){0,8}\.[A-Z]\w{0,60}(?::|$)/;
const CAPITAL_NAME = /^(?:[a-z_][\w.]*\.)?[A-Z]\w{0,100}(?::|$)/;

/** The exception that ends a traceback stands unindented below its indented frames. */
function continuesPython(line: string, previous: PreviousRecord): boolean {
  const { first, last } = previous;
  if (line.startsWith(PYTHON_TRACEBACK)) {
    // Below a trace that has ended stands another one.
    return TELLS_OF_TRACE.test(last.slice(-40)) || (previous.lines === 1 && tellsOfFailure(first));
  }
  // Node's and .NET's frames are indented too.
  if (!last.startsWith('  ') || NODE_FRAME.test(last.slice(0, LOOK_MAX))) return false;
  if (PYTHON_EXCEPTION.test(line) || MODULE_AND_CLASS.test(line)) return true;
  return first.startsWith(PYTHON_TRACEBACK) && CAPITAL_NAME.test(line);
}

const RUST_PANIC = /^thread '.{0,100}' (?:\(\d{1,10}\) )?panicked at /;
const PHP_FRAME = /^#\d{1,4} /;
const RUBY_FRAME = /^\S{1,200}:\d{1,7}:in [`'][^`']{0,100}'$/;

/** Rust's message, note and backtrace below a panic; PHP's numbered and Ruby's named frames below the error. */
function continuesNumbered(line: string, { first, last, lines }: PreviousRecord): boolean {
  if (RUST_PANIC.test(first)) {
    return lines === 1 || line.startsWith('note: ') || line.startsWith('stack backtrace:');
  }
  if (line === 'Stack trace:') return tellsOfFailure(last);
  if (PHP_FRAME.test(line)) return last === 'Stack trace:' || PHP_FRAME.test(last);
  return RUBY_FRAME.test(line) && (RUBY_FRAME.test(last.slice(0, LOOK_MAX)) || tellsOfFailure(last));
}

const JAVA_EXCEPTION = /^(?:Exception in thread "|(?:[a-z_][\w$]*\.)+[A-Z][\w$]*(?:Exception|Error|Throwable)(?::|$))/;
const NODE_EXCEPTION = /^(?:Uncaught )?[A-Z]\w{0,60}(?:Error|Exception)(?: \[\w+\])?(?::|$)/;
const NODE_FRAME = /^\s+at /;
const CARET = /^\s*\^+\s*$/;

/** An exception below the record that logged it, below Node's marked source line, or Node's version below its stack. */
function continuesException(line: string, previous: PreviousRecord): boolean {
  const last = previous.last.slice(0, LOOK_MAX);
  if (line.startsWith('Node.js v')) return NODE_FRAME.test(last) || last.startsWith('}');
  if (NODE_EXCEPTION.test(line) && CARET.test(last)) return true;
  // Only directly below its record: further down it is more likely the next one.
  if (previous.lines > 1 || !tellsOfFailure(previous.first)) return false;
  return NODE_EXCEPTION.test(line) || JAVA_EXCEPTION.test(line);
}

const FAILURE =
  /(?:\b(?:fatal|severe|critical|panic|failed|failure|unhandled|uncaught|warn|warning)|error|exception)\b/i;

function tellsOfFailure(line: string): boolean {
  return FAILURE.test(line.slice(0, LOOK_MAX));
}

function startsWithAny(line: string, openings: readonly string[]): boolean {
  for (const opening of openings) if (line.startsWith(opening)) return true;
  return false;
}
