'use client';

import { Keyboard, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useHotkeys } from '@/components/explorer';
import { FindingsTabs } from '@/components/findings-tabs';
import { Problem } from '@/components/forms';
import { useLeave } from '@/components/links';
import { useZone } from '@/components/time';
import { Button, EmptyState, IconButton, Kbd, KeysDialog } from '@/components/ui';
import { AddRules } from './add-rules';
import { BulkButtons } from './bulk-buttons';
import { NoRules } from './no-rules';
import { RuleList } from './rule-list';
import { RulesFilters } from './rules-filters';
import { rulesHotkeys } from './rules-hotkeys';
import { RulesKeys } from './rules-keys';
import { pageOfRule, useRules } from './rules-queries';
import { StateTabs } from './state-tabs';
import { canTurn, useRuleChanges } from './use-rule-changes';
import { useRuleCursor } from './use-rule-cursor';
import { useRulesState } from './use-rules-state';

/** `/findings/rules`: what watches over the logs, built in or brought along. */
export function RulesPage() {
  const leave = useLeave();
  const [zone] = useZone();
  const state = useRulesState();
  const answer = useRules(state.asked);
  const changes = useRuleChanges();
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const { since } = state;
  const rules = useMemo(() => {
    const all = answer.data?.rules ?? [];
    return since === null ? all : all.filter(({ changedAt }) => changedAt >= since);
  }, [answer.data, since]);
  const cursor = useRuleCursor(rules);
  const chosen = rules.filter(({ id }) => cursor.chosen.has(id));
  const { current } = cursor;
  const add = () => {
    if (changes.allowed) setAdding(true);
  };

  useHotkeys(
    rulesHotkeys({
      ...cursor,
      openRule: () => {
        if (current !== null) leave(pageOfRule(current.id));
      },
      choose: () => {
        if (current !== null) cursor.choose(current.id);
      },
      turn: () => {
        if (current !== null && canTurn(current, !current.on)) changes.turn([current], !current.on);
      },
      add,
      clear: cursor.chooseNone,
      focusSearch: () => search.current?.focus(),
      showKeys: () => setKeysOpen(true),
    }),
  );

  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex items-start gap-2 px-4 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold">Rules</h1>
          <p className="h-5 truncate text-dim">What is looked for in everything that is stored and that comes.</p>
        </div>
        {changes.allowed ? (
          <Button look="primary" onClick={add}>
            <Plus size={15} aria-hidden /> Add rules <Kbd>a</Kbd>
          </Button>
        ) : null}
        <IconButton label="Keys" hotkey="?" onClick={() => setKeysOpen(true)}>
          <Keyboard size={16} aria-hidden />
        </IconButton>
      </header>
      <FindingsTabs />
      <RulesFilters {...{ state, search, zone }} />
      <StateTabs state={state} counts={answer.data?.counts}>
        {rules.length === 0 ? null : (
          <BulkButtons
            rules={chosen.length > 0 ? chosen : rules}
            chosen={chosen.length > 0}
            changes={changes}
            onClear={cursor.chooseNone}
          />
        )}
      </StateTabs>
      <div className="px-4 empty:hidden">
        <Problem error={changes.error} />
      </div>
      <RuleList
        {...{ scroller, rules }}
        current={current?.id ?? null}
        chosen={cursor.chosen}
        allowed={changes.allowed}
        stale={answer.isPlaceholderData}
        loading={answer.isPending || answer.isPlaceholderData}
        instead={insteadOfRows()}
        onCurrent={cursor.stand}
        onChoose={cursor.choose}
        onTurn={(rule, on) => changes.turn([rule], on)}
      />
      {changes.allowed ? (
        <AddRules
          open={adding}
          onOpenChange={setAdding}
          onShow={(from) => state.set({ state: null, origin: null, level: null, contains: '', since: from })}
        />
      ) : null}
      <KeysDialog open={keysOpen} onOpenChange={setKeysOpen}>
        <RulesKeys />
      </KeysDialog>
    </div>
  );

  function insteadOfRows() {
    if (answer.data === undefined) {
      if (answer.error === null) return <span />;
      return (
        <EmptyState title="The rules cannot be listed" tone="error">
          {answer.error.message}
        </EmptyState>
      );
    }
    if (rules.length > 0) return null;
    return <NoRules state={state} all={answer.data.counts.all} allowed={changes.allowed} onAdd={add} />;
  }
}
