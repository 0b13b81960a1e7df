/** The kinds of archives as they call themselves; a page does not load what unpacks them. A test holds this to them. */
export const ARCHIVE_TITLES: readonly string[] = [
  'tar (.tar)',
  'gzip (.gz, .tgz)',
  'xz (.xz, .txz)',
  'bzip2 (.bz2, .tbz2)',
  'Zstandard (.zst, .tzst)',
  'LZMA (.lzma)',
  'zip (.zip)',
  '7z (.7z)',
];
