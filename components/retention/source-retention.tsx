'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMay } from '@/components/access';
import { Choice, InlineField, Problem, send } from '@/components/forms';
import { formatCounted } from '@/components/text';
import { minuteTime, useZone } from '@/components/time';
import { Button } from '@/components/ui';
import { type SourceRetention as Own, type SourceSummary, sourceSummary } from '@/lib/interface';
import { keptFor } from './kept-for';
import { PreviewWords } from './preview-words';
import { DAYS_PROBLEM, daysOf } from './rule-draft';
import { usePreview } from './use-preview';

/** On the page of a source: how long it is kept, and what went already. */
export function SourceRetention({ source }: { source: SourceSummary }) {
  const [open, setOpen] = useState(false);
  const mayChange = useMay('administer');
  const { own, keepDays, countsFrom } = source.retention;
  const since = countsFrom === 'arrival' ? 'its arrival' : 'its newest event';
  return (
    <section aria-label="Retention" className="grid gap-2 rounded-lg border border-line bg-panel px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-[200px] flex-1 text-dim">
          Kept {keptFor(keepDays)}
          {keepDays === null ? '' : ` from ${since}`}, {own ? 'by its own word' : 'as all sources'}.
          <Expired source={source} />
        </p>
        {open || !mayChange ? null : (
          <Button size="small" aria-expanded={open} onClick={() => setOpen(true)}>
            Keep otherwise…
          </Button>
        )}
      </div>
      {open ? <OwnForm source={source} onDone={() => setOpen(false)} /> : null}
    </section>
  );
}

function Expired({ source: { expired } }: { source: SourceSummary }) {
  const [zone] = useZone();
  if (expired === null) return null;
  return (
    <span className="text-warn">
      {' '}
      {formatCounted(expired.events, 'event')} {expired.events === 1 ? 'was' : 'were'} deleted by retention
      {expired.to === null ? '' : `, up to ${minuteTime(expired.to, zone)}`}.
    </span>
  );
}

const KINDS = [
  { value: 'all', label: 'as all sources' },
  { value: 'days', label: 'for days' },
  { value: 'ever', label: 'for ever' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

function kindOf({ own, keepDays }: Own): Kind {
  if (!own) return 'all';
  return keepDays === null ? 'ever' : 'days';
}

/** What is wanted; undefined while the days are no number. */
function wantedOf(kind: Kind, days: string): Own | undefined {
  if (kind !== 'days') return { own: kind === 'ever', keepDays: null };
  const keepDays = daysOf(days);
  return keepDays === null || keepDays === undefined ? undefined : { own: true, keepDays };
}

function OwnForm({ source, onDone }: { source: SourceSummary; onDone: () => void }) {
  const client = useQueryClient();
  const [kind, setKind] = useState(() => kindOf(source.retention));
  const [days, setDays] = useState(() => String(source.retention.keepDays ?? ''));
  const path = `/api/sources/${encodeURIComponent(source.id)}/retention`;
  const wanted = wantedOf(kind, days);
  const preview = usePreview(path, wanted ?? null);
  const saving = useMutation({
    mutationFn: (own: Own) => send(sourceSummary, 'PUT', path, own),
    onSuccess: () => {
      onDone();
      return client.invalidateQueries();
    },
  });
  // Nobody saves without knowing what goes by it.
  const known = preview.data !== undefined && !preview.isPlaceholderData && !preview.isError;
  const going = wanted !== undefined && known ? preview.data.events : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== undefined && known) saving.mutate(wanted);
  };
  return (
    <form aria-label="Keep this source" onSubmit={submit} className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Choice label="Keep it" value={kind} choices={KINDS} onChange={setKind} />
        {kind === 'days' ? (
          <InlineField
            label="Days"
            inputMode="numeric"
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        ) : null}
        <div className="flex gap-2">
          <Button
            type="submit"
            size="small"
            look={going > 0 ? 'danger' : 'primary'}
            disabled={wanted === undefined || !known || saving.isPending}
          >
            {saving.isPending ? 'Saving…' : going > 0 ? `Save and delete ${formatCounted(going, 'event')}` : 'Save'}
          </Button>
          <Button size="small" onClick={onDone}>
            Leave as it is
          </Button>
        </div>
      </div>
      <div className="min-h-5" aria-live="polite">
        {wanted === undefined ? (
          <p className="text-error">{DAYS_PROBLEM}</p>
        ) : (
          <PreviewWords preview={preview.data} error={preview.error} />
        )}
      </div>
      {kind === 'ever' ? <p className="text-xs text-faint">It also stays when the store is above its size.</p> : null}
      <Problem error={saving.error} />
    </form>
  );
}
