/** Where what was added is kept, and for how long. */
export function DataNote() {
  return (
    <div className="grid max-w-[70ch] gap-2 text-dim">
      <p>
        Everything stays where Trackway runs: uploads and its own database in the folder that{' '}
        <code className="font-mono text-xs text-text">TRACKWAY_DATA</code> names, or events in the PostgreSQL that{' '}
        <code className="font-mono text-xs text-text">DATABASE_URL</code> names. Nothing is sent anywhere.
      </p>
      <p>
        Sources are kept until you delete them on the sources page. That deletes their events and their original text,
        and says how much it was.
      </p>
    </div>
  );
}
