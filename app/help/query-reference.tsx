import Link from 'next/link';
import { exploreLink } from '@/components/links';
import { DIALECTS, NESTED_LIMITS, OPERATORS } from '@/lib/query';
import { ExampleQueries, QueryText } from './example-queries';

/** How clauses are put together; what one clause can say comes from the operators themselves. */
const WHOLE_QUERIES = [
  'certificate expired',
  '/x509: .* (expired|not yet valid)/',
  '"certificate has expired"',
  'verb:delete and not user:system\\:*',
  'status>=500 or severity:critical',
  'namespace:(payments or kube-system) -pod:canary*',
];

const PATH_QUERIES = [
  'requestObject.spec.hostNetwork:true',
  'requestObject.spec.containers.image:nginx*',
  'requestObject.spec.containers.0.securityContext.privileged:true',
  'responseStatus.message:*forbidden*',
  'requestObject.spec.replicas>=10',
];

export function QueryReference() {
  return (
    <div className="grid gap-6">
      <div>
        <p className="mb-3 max-w-[70ch] text-dim">
          Words and “phrases” search the whole original text of an event, in any case; so does a bare{' '}
          <QueryText>/expression/</QueryText>, which sees it as it is written in the file.{' '}
          <QueryText>field:value</QueryText> looks at one field. Clauses side by side must all hold;{' '}
          <QueryText>and</QueryText>, <QueryText>or</QueryText>, <QueryText>not</QueryText>, a minus sign and
          parentheses put them together.
        </p>
        <ExampleQueries queries={WHOLE_QUERIES} />
      </div>
      <div>
        <h3 className="font-medium">Fields of the original</h3>
        <p className="mb-2 max-w-[70ch] text-dim">
          A name that is no field is a path into the JSON of the original, from its outermost object or from one that a
          collector wrapped as text. At a list every item counts, or the one whose number is named; a name may hold dots
          and slashes, and its letters count as they are written. Paths find events and exclude them; facets and steps
          do not count by them. Records beyond 16 million characters and objects more than {NESTED_LIMITS.depth} deep
          are not looked into.
        </p>
        <ExampleQueries queries={PATH_QUERIES} />
      </div>
      {OPERATORS.map((operator) => (
        <div key={operator.kind}>
          <h3 className="font-medium">{operator.title}</h3>
          <p className="mb-2 max-w-[70ch] text-dim">{operator.about}</p>
          <ExampleQueries queries={operator.examples.map((example) => example.query)} />
        </div>
      ))}
      <OtherLanguages />
    </div>
  );
}

/** What may be pasted of each other language, from its own examples. */
function OtherLanguages() {
  return (
    <div>
      <h3 className="font-medium">Other languages</h3>
      <p className="mb-2 max-w-[70ch] text-dim">
        The query bar knows these when they are pasted or typed, and says how they are written here; what cannot be said
        here is explained.
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-panel">
        {DIALECTS.flatMap(({ name, title, examples }) =>
          examples.slice(0, 2).flatMap((example) =>
            'reads' in example
              ? [
                  <li key={`${name} ${example.text}`} className="grid grid-cols-[80px_1fr_1fr] gap-x-4 px-3 py-1.5">
                    <span className="text-dim first-letter:uppercase">{title}</span>
                    <span className="font-mono text-xs leading-[19px] [overflow-wrap:anywhere]">{example.text}</span>
                    <Link
                      href={exploreLink({ q: example.reads })}
                      className="self-start font-mono text-xs leading-[19px] text-accent [overflow-wrap:anywhere] hover:underline"
                    >
                      {example.reads}
                    </Link>
                  </li>,
                ]
              : [],
          ),
        )}
      </ul>
    </div>
  );
}
