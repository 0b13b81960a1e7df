/**
 * The worker that runs 7-Zip, as text: bundlers leave text alone, and `new Worker(text, { eval: true })` needs no file.
 * workerData: modulePath (7z-wasm), wasm (its WebAssembly, compiled), folder and file (the packed file), args (before the file's name), part (null, or the
 * stretch of the file that 7-Zip sees as the whole: { before, start, length, after }), listing (what 7-Zip lists on its
 * output instead of unpacked bytes), flow (Int32Array, shared: [0] how many KiB the reader took, [1] pages of WebAssembly
 * heap that it has), ahead (KiB the worker may be ahead of the reader), heaps (Int32Array, shared by all workers: [0] pages
 * that they have together), pagesMax (for all).
 * It sends { bytes, packed } for every chunk, { lines } for what 7-Zip says, in order, and { code } at the end.
 */
export const SEVEN_ZIP_WORKER = `
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { modulePath, wasm, folder, file, args, part, listing, flow, ahead, heaps, pagesMax } = workerData;

// A header may ask for gigabytes of dictionary, and so may those of archives inside: refuse to grow, and 7-Zip reports
// that memory is short.
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  const more = this.buffer.byteLength / 65536 - flow[1] + pages;
  if (Atomics.add(heaps, 0, more) + more > pagesMax) {
    Atomics.sub(heaps, 0, more);
    print('the memory limit is reached');
    throw new RangeError('the memory limit is reached');
  }
  Atomics.add(flow, 1, more);
  return grow.call(this, pages);
};

let packed = 0;
let sent = 0;
let lines = [];
let waiting = 0;

function print(line) {
  const text = line.slice(0, 4096);
  lines.push(text);
  waiting += text.length;
  if (waiting >= 16384) sendLines();
}

function sendLines() {
  if (lines.length === 0) return;
  parentPort.postMessage({ lines });
  sent += waiting;
  lines = [];
  waiting = 0;
  waitForReader();
}

function waitForReader() {
  for (let taken = Atomics.load(flow, 0); (sent >> 10) - taken > ahead; taken = Atomics.load(flow, 0)) {
    Atomics.wait(flow, 0, taken);
  }
}

function write(stream, buffer, offset, length) {
  sendLines();
  const bytes = new Uint8Array(length);
  bytes.set(buffer.subarray(offset, offset + length));
  parentPort.postMessage({ bytes, packed }, [bytes.buffer]);
  sent += length;
  waitForReader();
  return length;
}

function showPart(NODEFS) {
  const { before, start, length, after } = part;
  const size = before.length + length + after.length;
  const { read, llseek } = NODEFS.stream_ops;
  const { getattr } = NODEFS.node_ops;
  const copy = (from, at, buffer, offset, count) => {
    const bytes = from.subarray(at, at + count);
    buffer.set(bytes, offset);
    return bytes.length;
  };
  NODEFS.stream_ops.read = (stream, buffer, offset, count, position) => {
    const at = position - before.length;
    if (at < 0) return copy(before, position, buffer, offset, count);
    if (at >= length) return copy(after, at - length, buffer, offset, count);
    return read(stream, buffer, offset, Math.min(count, length - at), start + at);
  };
  NODEFS.stream_ops.llseek = (stream, offset, whence) =>
    whence === 2 ? size + offset : llseek(stream, offset, whence);
  NODEFS.node_ops.getattr = (node) => {
    const attributes = getattr(node);
    return node.name === file ? { ...attributes, size } : attributes;
  };
}

(async () => {
  const instantiateWasm = (imports, done) => {
    WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm));
    return {};
  };
  const sevenZip = await require(modulePath)({ print, printErr: print, stdin: () => null, instantiateWasm });
  const { FS, NODEFS } = sevenZip;
  if (part !== null) showPart(NODEFS);
  FS.mkdir('/in');
  FS.mount(NODEFS, { root: folder }, '/in');
  const read = NODEFS.stream_ops.read;
  NODEFS.stream_ops.read = (stream, buffer, offset, length, position) => {
    const count = read(stream, buffer, offset, length, position);
    // What it read before is used up; the index at the end of the file is read first.
    if (count > 0) packed = position;
    return count;
  };
  if (!listing) {
    const out = FS.getStream(1);
    out.stream_ops = { ...out.stream_ops, write };
  }
  let code = 0;
  try {
    code = sevenZip.callMain([...args, '/in/' + file]) || 0;
  } catch (error) {
    code = error && error.name === 'ExitStatus' ? error.status : -1;
  }
  sendLines();
  parentPort.postMessage({ code });
})().catch((error) => {
  print(String(error));
  sendLines();
  parentPort.postMessage({ code: -1 });
});
`;
