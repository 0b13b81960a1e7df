/**
 * The worker that runs 7-Zip, as text: bundlers leave text alone, and `new Worker(text, { eval: true })` needs no file.
 * workerData: modulePath (7z-wasm), folder and file (the packed file), type (for `-t`), flow (Int32Array, shared: [0]
 * how many KiB the reader took, [1] pages of WebAssembly heap that it has), ahead (KiB the worker may be ahead of the
 * reader), heaps (Int32Array, shared by all workers: [0] pages that they have together), pagesMax (for all).
 * It sends { bytes, packed } for every chunk and { code, output } at the end.
 */
export const SEVEN_ZIP_WORKER = `
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { modulePath, folder, file, type, flow, ahead, heaps, pagesMax } = workerData;

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

let output = '';
let packed = 0;
let sent = 0;
const print = (line) => { if (output.length < 4096) output += line + '\\n'; };

function waitForReader() {
  for (let taken = Atomics.load(flow, 0); (sent >> 10) - taken > ahead; taken = Atomics.load(flow, 0)) {
    Atomics.wait(flow, 0, taken);
  }
}

function write(stream, buffer, offset, length) {
  const bytes = new Uint8Array(length);
  bytes.set(buffer.subarray(offset, offset + length));
  parentPort.postMessage({ bytes, packed }, [bytes.buffer]);
  sent += length;
  waitForReader();
  return length;
}

(async () => {
  const sevenZip = await require(modulePath)({ print, printErr: print, stdin: () => null });
  const { FS, NODEFS } = sevenZip;
  FS.mkdir('/in');
  FS.mount(NODEFS, { root: folder }, '/in');
  const read = NODEFS.stream_ops.read;
  NODEFS.stream_ops.read = (stream, buffer, offset, length, position) => {
    const count = read(stream, buffer, offset, length, position);
    // What it read before is used up; the index at the end of the file is read first.
    if (count > 0) packed = position;
    return count;
  };
  const out = FS.getStream(1);
  out.stream_ops = { ...out.stream_ops, write };
  let code = 0;
  try {
    code = sevenZip.callMain(['x', '-so', '-bd', '-y', '-t' + type, '/in/' + file]) || 0;
  } catch (error) {
    code = error && error.name === 'ExitStatus' ? error.status : -1;
  }
  parentPort.postMessage({ code, output });
})().catch((error) => parentPort.postMessage({ code: -1, output: String(error) }));
`;
