'use client';

import { useQuery } from '@tanstack/react-query';
import { Keyboard } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Collecting, copyOfFinding, useCollect } from '@/components/collect';
import { momentsOf, spanOf, TimeRangeControl, useHotkeys } from '@/components/explorer';
import { FindingsTabs } from '@/components/findings-tabs';
import { fetchAnswer } from '@/components/interface';
import { useLeave } from '@/components/links';
import { useZone } from '@/components/time';
import {
  ALL_FINDINGS,
  eventsOfFinding,
  FINDINGS_MAX,
  TriageNote,
  useDetectors,
  useFindings,
  useTriage,
} from '@/components/triage';
import { EmptyState, IconButton, KeysDialog } from '@/components/ui';
import { type FindingAnswer, overviewAnswer, VERDICTS } from '@/lib/interface';
import { findingCursor } from './finding-cursor';
import { FindingList } from './finding-list';
import { FindingPanel } from './finding-panel';
import { FindingsFilters } from './findings-filters';
import { FindingsHead } from './findings-head';
import { findingsHotkeys } from './findings-hotkeys';
import { FindingsKeys } from './findings-keys';
import { groupFindings } from './group-findings';
import { ListEnd } from './list-end';
import { NoFindings } from './no-findings';
import { useFindingsState } from './use-findings-state';
import { VerdictTabs } from './verdict-tabs';

/** `/findings`: what the detectors found, to be looked at, judged and followed into the explorer. */
export function FindingsPage() {
  const leave = useLeave();
  const [zone] = useZone();
  const state = useFindingsState();
  const { asked, group, actions } = state;
  const answer = useFindings(asked);
  const detectors = useDetectors();
  const overview = useOverview();
  const triage = useTriage();
  const collect = useCollect();
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const [timeOpen, setTimeOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const findings = answer.data?.findings;
  const rows = useMemo(() => groupFindings(findings ?? [], group), [findings, group]);
  const open = useOpenFinding(state.open, findings);
  const cursor = findingCursor(rows, open, asked, triage, actions.openFinding);
  const focusList = () => scroller.current?.focus({ preventScroll: true });
  const addToHunt = () => {
    if (open !== null) collect.add({ kind: 'finding', finding: copyOfFinding(open) });
  };
  const close = () => {
    actions.openFinding(null);
    focusList();
  };

  useHotkeys(
    findingsHotkeys({
      ...cursor,
      showEvents: () => {
        if (open !== null) leave(eventsOfFinding(open));
      },
      writeNote: () => noteField.current?.focus(),
      close,
      focusSearch: () => search.current?.focus(),
      openTime: () => setTimeOpen(true),
      addToHunt,
      showKeys: () => setKeysOpen(true),
    }),
  );

  const { detectors: known = [], rules = [] } = detectors.data ?? {};
  const span = useMemo(() => spanOf(overview.data?.types ?? []), [overview.data]);
  const moments = useMemo(() => momentsOf(asked.from, asked.to, span), [asked.from, asked.to, span]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <FindingsHead answer={answer.data} zone={zone}>
        <TimeRangeControl
          from={asked.from}
          to={asked.to}
          {...{ moments, span, zone }}
          thisYear={new Date().getUTCFullYear()}
          open={timeOpen}
          onOpenChange={setTimeOpen}
          onChange={actions.setRange}
        />
        <IconButton label="Keys" hotkey="?" onClick={() => setKeysOpen(true)}>
          <Keyboard size={16} aria-hidden />
        </IconButton>
      </FindingsHead>
      <FindingsTabs />
      <FindingsFilters {...{ state, search }} finders={[...known, ...rules]} />
      <VerdictTabs state={state} answer={answer.data} />
      <div className="relative flex min-h-0 flex-1">
        <FindingList
          {...{ scroller, rows, zone }}
          open={open?.id ?? null}
          stale={answer.isPlaceholderData}
          loading={answer.isPending || answer.isPlaceholderData}
          instead={insteadOfRows()}
          end={answer.data === undefined ? null : <ListEnd answer={answer.data} onMore={actions.showMore} />}
          onOpen={actions.openFinding}
        />
        {open === null ? null : (
          <FindingPanel
            {...{ zone, triage, noteField }}
            finding={open}
            className="w-[372px] shrink-0 xl:w-[404px] max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:shadow-float"
            onJudge={cursor.judge}
            onAddToHunt={collect.allowed ? addToHunt : null}
            onClose={close}
            onLeave={focusList}
          />
        )}
      </div>
      <TriageNote triage={triage} onUndo={cursor.undo} />
      <Collecting collect={collect} />
      <KeysDialog open={keysOpen} onOpenChange={setKeysOpen}>
        <FindingsKeys />
      </KeysDialog>
    </div>
  );

  function insteadOfRows() {
    if (answer.data === undefined) {
      if (answer.error === null) return <span />;
      return (
        <EmptyState title="The findings cannot be shown" tone="error">
          {answer.error.message}
        </EmptyState>
      );
    }
    if (answer.data.findings.length > 0) return null;
    return <NoFindings {...{ state, zone }} answer={answer.data} overview={overview.data} detectors={known} />;
  }
}

const EVERY_FINDING = { ...ALL_FINDINGS, verdicts: VERDICTS, limit: FINDINGS_MAX };

/** The finding that the address names; one that the filters hide is looked for among all. */
function useOpenFinding(id: string | null, findings: readonly FindingAnswer[] | undefined) {
  const listed = findings?.find((each) => each.id === id);
  const hidden = useFindings(EVERY_FINDING, id !== null && findings !== undefined && listed === undefined);
  if (id === null) return null;
  return listed ?? hidden.data?.findings.find((each) => each.id === id) ?? null;
}

/** How much there is, to say what was looked at. */
function useOverview() {
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchAnswer(overviewAnswer, '/api/overview', {}, { signal }),
  });
}
