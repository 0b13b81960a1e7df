import { describe, expect, test } from 'vitest';
import { continues, type PreviousRecord } from './continuation';

/** Cuts lines into records as a reader without formats would. */
function records(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const line of lines) {
    const record = found.at(-1);
    if (record !== undefined && continues(line, previousOf(record))) record.push(line);
    else found.push([line]);
  }
  return found;
}

function previousOf(record: readonly string[]): PreviousRecord {
  const last = record.findLast((line) => line.trim() !== '') ?? '';
  return { first: record[0] ?? '', last, lines: record.length };
}

const WHOLE: Readonly<Record<string, string>> = {
  'a Java trace': `java.lang.IllegalStateException: cart is gone
\tat shop.Cart.open(Cart.java:10)
\tat shop.Main.main(Main.java:3)
Caused by: java.io.IOException: no disk
\tat shop.Disk.read(Disk.java:7)
\t... 2 more
Suppressed: java.lang.Exception: twice
... 12 common frames omitted`,
  'a Python traceback with its cause': `Traceback (most recent call last):
  File "/app/cart.py", line 3, in open
    disk.read()
    ~~~~~~~~~^^
OSError: no disk

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/app/main.py", line 9, in <module>
    open()
shop.errors.CartGone: cart 7`,
  'a Go panic': `panic: assignment to entry in nil map [recovered]
	panic: again

[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x45]

goroutine 1 [running]:
main.(*Cart).open(0xc000010000, {0x1, 0x2})
	/app/cart.go:10 +0x1d
main.main()
	/app/main.go:5 +0x20

goroutine 34 gp=0xc000002380 m=nil [select, 2 minutes]:
runtime.gopark(0xc0000?, 0x2?, 0x0?)
	/usr/local/go/src/runtime/proc.go:402 +0xce
created by net/http.(*Server).Serve in goroutine 1
	/usr/local/go/src/net/http/server.go:3285 +0x4b4

rax    0x0
rip    0x45c2d0
exit status 2`,
  'a dump with registers, its tabs made blanks': `panic: no cart

goroutine 4 [running]:
panic(0x45, 0x47)
  /usr/local/go/src/runtime/panic.go:542 +0x46c fp=0xc42003f7b8 sp=0xc42003f710 pc=0x422f7c
main.open(0xc4)
  cart.go:6 +0x39 fp=0xc42003f7d8 sp=0xc42003f7b8 pc=0x451339
created by main.main
  cart.go:5 +0x58`,
  'a Node crash': `/app/cart.js:10
    throw new RangeError('cart')
    ^

RangeError: cart
    at open (/app/cart.js:10:11)
    at Object.<anonymous> (/app/main.js:3:1) {
  code: 'E_CART'
}

Node.js v20.1.0`,
  'a Ruby trace': `cart.rb:3:in 'open': no disk (RuntimeError)
\tfrom cart.rb:9:in '<main>'`,
  'a Ruby logger’s trace': `ERROR -- : no cart (RuntimeError)
/app/cart.rb:3:in 'open'
/app/cart.rb:9:in '<main>'`,
  'a Rust panic': `thread 'main' panicked at src/main.rs:4:5:
no cart
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace
stack backtrace:
   0: rust_begin_unwind
             at /rustc/library/std/src/panicking.rs:645:5`,
  'a PHP error': `PHP Fatal error:  Uncaught Exception: no cart in /app/cart.php:3
Stack trace:
#0 /app/main.php(9): open()
#1 {main}
  thrown in /app/cart.php on line 3`,
  'a .NET trace': `Unhandled exception. System.InvalidOperationException: cart
 ---> System.IO.IOException: no disk
   at Shop.Disk.Read()
   --- End of inner exception stack trace ---
   at Shop.Cart.Open()
--- End of stack trace from previous location ---`,
  'a Ruby trace without indentation': `RuntimeError (no disk)
/app/cart.rb:3:in \`open'
/app/main.rb:9:in '<main>'`,
  'a printed value': `settings: {
  "a": [
    1
  ]
});`,
};

describe('one record is', () => {
  test.each(Object.entries(WHOLE))('%s', (_what, text) => {
    expect(records(text.split('\n')).map((record) => record.length)).toEqual([text.split('\n').length]);
  });
});

describe('a record of its own is', () => {
  test.each([
    ['an ordinary line', 'ready', 'listening on :80'],
    ['a line behind a trace', '\tat shop.Main.main(Main.java:3)', 'listening on :80'],
    ['a traceback behind an ordinary line', 'ready', 'Traceback (most recent call last):'],
    ['an exception behind an ordinary line', 'ready', 'java.io.IOException: no disk'],
    ['a panic', 'ready', 'panic: cart'],
    ['a line behind a Rust panic', "thread 'main' panicked at a.rs:4:5:\nno cart", 'listening on :80'],
    ['a numbered line', 'ERROR no cart', '#1 of the carts'],
    ['a traceback behind a whole Java trace', 'ERROR no cart\n\tat shop.Cart', 'Traceback (most recent call last):'],
    ['a call outside of a dump', 'ready', 'main.main()'],
    ['a padded severity', 'ready', '  INFO shop::cart: opened'],
    ['a list', '  - one', '[1, 2, 3]'],
    ['a bracketed time', 'ready', ']2024 later'],
    ['an error behind the frames of another', '    at open (/app/cart.js:10:11)', 'TypeError: no cart'],
    ['a hint', 'ready', 'note: listening on :80'],
    ['a comment', 'ready', '#1 of 3'],
    ['a key behind indented text', '  name: web', 'name: db'],
  ])('%s', (_what, before, line) => {
    expect(records([...before.split('\n'), line])).toEqual([before.split('\n'), [line]]);
  });
});

test.each([
  ['ERROR cart failed', 'java.io.IOException: no disk', '\tat shop.Main'],
  ['ERROR:root:cart failed', 'Traceback (most recent call last):', '  File "a"'],
  ['cart: Unhandled rejection', 'TypeError: no cart', '    at open'],
])('a trace behind the record that tells of it belongs to it: %s', (...lines) => {
  expect(records(lines)).toHaveLength(1);
});

test('blank lines belong to the record before them', () => {
  expect(records(['one', '', '\r', 'two'])).toEqual([['one', '', '\r'], ['two']]);
});

test('a megabyte is decided by its first letters', () => {
  const openings = ['', ' ', '\t', '}', 'goroutine ', 'a.', 'A', '... ', 'created by ', 'main.(', 'rax ', 'Error'];
  const fillers = [' ', '}', 'a', 'a.', '(', '^', '1', '\t'];
  const start = performance.now();
  for (const opening of openings) {
    for (const filler of fillers) {
      const long = opening + filler.repeat(1_000_000 / filler.length);
      continues(long, { first: long, last: long, lines: 1 });
      continues(long, { first: long, last: 'goroutine 1 [running]:', lines: 2 });
    }
  }
  expect(performance.now() - start).toBeLessThan(2000);
});
