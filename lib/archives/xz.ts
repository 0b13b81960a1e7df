import { compressedFile } from './compressed-file';
import { hasBytes } from './has-bytes';

/** xz, of one stream or many; the dictionary may have 128 MB. */
export const xz = compressedFile({
  name: 'xz',
  title: 'xz (.xz, .txz)',
  type: 'xz',
  suffixes: { '.xz': '', '.txz': '.tar' },
  matches: (head) => hasBytes(head, 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
});
