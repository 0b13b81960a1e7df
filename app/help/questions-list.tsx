import Link from 'next/link';
import { exploreLink } from '@/components/links';
import { HUNTING_QUESTIONS } from './hunting-questions';

/** Twenty questions with the query for each, to click. */
export function QuestionsList() {
  return (
    <div className="grid gap-5">
      {HUNTING_QUESTIONS.map(({ title, questions }) => (
        <div key={title}>
          <h3 className="mb-2 font-medium">{title}</h3>
          <ul
            aria-label={`Questions: ${title}`}
            className="divide-y divide-line rounded-lg border border-line bg-panel"
          >
            {questions.map(({ asks, query, note }) => (
              <li
                key={query}
                className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-x-4 px-3 py-1.5"
              >
                <span>
                  {asks}
                  {note === undefined ? null : <span className="block text-xs text-faint">{note}</span>}
                </span>
                <Link
                  href={exploreLink({ q: query })}
                  className="font-mono text-xs leading-[19px] text-accent [overflow-wrap:anywhere] hover:underline"
                >
                  {query}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
