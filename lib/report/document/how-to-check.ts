import type { ReportFacts } from '../report-facts';
import { paragraph, type Section } from './block';

/** What somebody does who does not want to believe the report. */
export function howToCheck({ hunt, address }: ReportFacts): Section {
  const origin = new URL(address).origin;
  return {
    kind: 'section',
    id: 'how-to-check',
    title: 'How to check this',
    blocks: [
      paragraph(
        'A file: compare your own copy with the hash above, or the one that Trackway gives back, byte for byte. The id of the source and the path of the file are under Sources. Where people sign in, give curl a token: -H "Authorization: Bearer TOKEN".',
      ),
      {
        kind: 'code',
        label: 'A file',
        text: [
          'sha256sum FILE',
          `curl -G '${origin}/api/sources/SOURCE-ID/raw' --data-urlencode 'path=FILE' | sha256sum`,
        ].join('\n'),
      },
      paragraph(
        'A pinned event: characters that cannot be seen are named in this report, so check the copy in the exported hunt. A copy that was cut at 64 KiB is checked by its file.',
      ),
      {
        kind: 'code',
        label: 'The original of a pinned event',
        text: [
          `curl '${origin}/api/hunts/${encodeURIComponent(hunt.slug)}/export' > hunt.json`,
          `jq -j '.evidence[] | select(.event == "EVENT") | .original' hunt.json | sha256sum`,
        ].join('\n'),
      },
      paragraph(
        'A count: paste the query into the explorer with the types and the range that stand beside it. Every count here is exact: nothing was sampled. A count that was frozen may differ from today’s where logs came or went since.',
      ),
    ],
  };
}
