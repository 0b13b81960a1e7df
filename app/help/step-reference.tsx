import { FUNCTIONS, STAGES } from '@/lib/query';
import { ExampleQueries, QueryText } from './example-queries';

/** What may stand behind a filter: the steps and functions say it of themselves. */
export function StepReference() {
  return (
    <div className="grid gap-6">
      <p className="max-w-[70ch] text-dim">
        Behind a filter, <QueryText>|</QueryText> begins a step that makes a table of the events:{' '}
        <QueryText>filter | step | step</QueryText>. Lanes and facets go on showing the events of the filter; a click on
        a row leads to the events that were counted in it.
      </p>
      {STAGES.map((stage) => (
        <div key={stage.kind}>
          <h3 className="font-medium">{stage.title}</h3>
          <p className="mb-2 max-w-[70ch] text-dim">{stage.about}</p>
          <ExampleQueries queries={stage.examples.map((example) => example.query)} />
        </div>
      ))}
      <div>
        <h3 className="mb-2 font-medium">Functions</h3>
        <dl className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-4 gap-y-1">
          {FUNCTIONS.map((each) => (
            <div key={each.kind} className="contents">
              <dt>
                <QueryText>{each.title}</QueryText>
              </dt>
              <dd className="text-dim">{each.about}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
