/** What to do when a format, a type or a time is not what it should be. */
export function CorrectionsNote() {
  return (
    <div className="grid max-w-[70ch] gap-2 text-dim">
      <p>
        The page of a source shows each of its files. The details of a file say which formats read how many of its
        lines, what decided its type, and where the year and the zone of its times came from if its lines do not name
        them.
      </p>
      <p>
        If you know better, correct one file there, or all files above the list. A <b>format</b> that you set is the
        only one that is asked, except for envelopes around it such as container output; <i>plain</i> keeps every line
        as it is. The <b>year</b> is that of the first record of a file. If a <b>clock</b> was wrong, give the seconds
        by which it was ahead, negative if it was behind; all times of the file are set back by them. A correction of
        one file stands above that of all files.
      </p>
      <p>
        Corrected files are read again from their stored original, which takes as long as the first time; until then
        everything shows the old events. Each correction is listed with a button that takes it back. Scripts do the same
        with <code className="font-mono text-xs text-text">PATCH /api/sources/&lt;id&gt;</code>, and see the first
        records of an upload that is being read at{' '}
        <code className="font-mono text-xs text-text">/api/sources/&lt;id&gt;/preview</code>.
      </p>
    </div>
  );
}
