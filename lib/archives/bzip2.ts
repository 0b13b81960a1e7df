import { compressedFile } from './compressed-file';
import { hasBytes } from './has-bytes';

const FIRST_BLOCK = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
const EMPTY_FILE = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];

/** bzip2, of one stream or many. */
export const bzip2 = compressedFile({
  name: 'bzip2',
  title: 'bzip2 (.bz2, .tbz2)',
  type: 'bzip2',
  suffixes: { '.bz2': '', '.bz': '', '.tbz2': '.tar', '.tbz': '.tar' },
  // "BZh1" alone could be the start of a text.
  matches: (head) =>
    hasBytes(head, 0, [0x42, 0x5a, 0x68]) && (hasBytes(head, 4, FIRST_BLOCK) || hasBytes(head, 4, EMPTY_FILE)),
});
