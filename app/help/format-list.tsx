import { FormatBrowser } from './format-browser';
import { FORMAT_GROUPS } from './format-groups';

/** What is read, from the formats' own words and examples. */
export function FormatList() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-[70ch] text-dim">
        Nothing needs to be told: each line is offered to these formats in turn, and what is inside an envelope is read
        in a second pass. A line that none of them reads is kept as plain text, with the reason.
      </p>
      <FormatBrowser groups={FORMAT_GROUPS} />
    </div>
  );
}
