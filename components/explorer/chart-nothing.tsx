'use client';

import { type ChartDefinition, type ChartView, neededFields } from '@/components/charts';
import { formatCounted } from '@/components/text';
import { Button } from '@/components/ui';
import { useFacets } from './explorer-queries';
import type { Selection } from './use-explorer-state';

interface ChartNothingProps {
  definition: ChartDefinition;
  view: ChartView;
  selection: Selection;
  height: number;
  /** It was answered, and there is nothing to draw. */
  isEmpty: boolean;
  error: Error | null;
  onRetry: () => void;
}

/** Stands where a picture would, as high as it: why there is none. */
export function ChartNothing({ definition, view, selection, height, isEmpty, error, onRetry }: ChartNothingProps) {
  return (
    <div className="grid content-center justify-items-center gap-2 text-center text-2xs text-faint" style={{ height }}>
      {error !== null ? (
        <>
          <p role="alert" className="line-clamp-3 text-error">
            {error.message}
          </p>
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        </>
      ) : isEmpty ? (
        <WhyEmpty {...{ definition, view, selection }} />
      ) : (
        'Counting …'
      )}
    </div>
  );
}

/** Tells data that lacks the chart's fields from data that has them and nothing to show. */
function WhyEmpty({ definition, view, selection }: Pick<ChartNothingProps, 'definition' | 'view' | 'selection'>) {
  const views = definition.views.includes(view) ? definition.views : [view];
  const fields = [...new Set(views.flatMap(({ query }) => neededFields(query)))];
  const { data } = useFacets(selection, fields, 1);
  if (data === undefined) return definition.empty;
  const known = fields.map((field) => ({ field, facet: data.fields[field] }));
  const [first] = known;
  const events = (first?.facet?.missing ?? 0) + (first?.facet?.values[0]?.count ?? 0);
  const isLacking = known.length > 0 && known.every(({ facet }) => facet?.distinct === 0);
  if (!isLacking || events === 0) return <p className="max-w-64">{definition.empty}</p>;
  return (
    <p className="max-w-64">
      None of {events === 1 ? 'this' : 'these'} {formatCounted(events, 'event')} has {listed(fields)}, which this chart
      is made of.
    </p>
  );
}

function listed(fields: readonly string[]): string {
  return fields.length < 2 ? (fields[0] ?? '') : `${fields.slice(0, -1).join(', ')} or ${fields.at(-1)}`;
}
