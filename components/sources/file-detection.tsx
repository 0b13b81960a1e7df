import { formatCount, formatShare } from '@/components/text';
import type { Detection } from '@/lib/interface';

/** Which formats read how much of a file: the numbers behind the sentence. */
export function FormatTable({ detection }: { detection: Detection }) {
  const lines = detection.formats.reduce((sum, entry) => sum + entry.lines, 0);
  return (
    <table className="w-full max-w-[460px] border-collapse text-xs">
      <caption className="sr-only">Formats found in this file</caption>
      <thead className="text-2xs text-faint">
        <tr>
          <th className="pb-0.5 text-left font-normal">Format</th>
          <th className="pb-0.5 text-right font-normal">Lines</th>
          <th className="pb-0.5 text-right font-normal">Share</th>
        </tr>
      </thead>
      <tbody>
        {detection.formats.map(({ format, lines: own }) => (
          <tr key={format} className="border-t border-line/60">
            <th scope="row" className="py-0.5 text-left font-mono font-normal">
              {format}
            </th>
            <td className="py-0.5 text-right">{formatCount(own)}</td>
            <td className="py-0.5 pl-4 text-right text-dim">{formatShare(own / lines)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
