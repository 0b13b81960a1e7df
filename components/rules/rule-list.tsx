// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useLayoutEffect } from 'react';
import { classNames } from '@/components/ui';
import type { RuleAnswer } from '@/lib/interface';
import { ROW_HEIGHT, RuleRow, rowId } from './rule-row';

interface RuleListProps {
  /** The scrolling element, which has the focus and the keys. */
  scroller: RefObject<HTMLDivElement | null>;
  rules: readonly RuleAnswer[];
  current: string | null;
  chosen: ReadonlySet<string>;
  allowed: boolean;
  /** The rows are of an older question. */
  stale: boolean;
  loading: boolean;
  /** Shown in place of rows. */
  instead: ReactNode;
  onCurrent: (id: string) => void;
  onChoose: (id: string) => void;
  onTurn: (rule: RuleAnswer, on: boolean) => void;
}

/** Chosen; state; level; title; lanes and techniques; whose; findings. The narrower the list, the fewer. */
const COLUMNS =
  '[--columns:36px_136px_92px_minmax(0,1fr)_148px_150px_96px] @max-[760px]:[--columns:36px_132px_88px_minmax(0,1fr)_128px_88px]';
const HEADS = ['Watches', 'Level', 'Rule', 'Looks at', 'Whose'] as const;

/** The rules, drawn only where they are seen. */
export function RuleList(props: RuleListProps) {
  const { scroller, rules, current, chosen, stale, loading, instead } = props;
  const virtual = useVirtualizer({
    count: rules.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingEnd: 8,
    getItemKey: (index) => rules[index]?.id ?? index,
  });
  const place = current === null ? -1 : rules.findIndex(({ id }) => id === current);
  useLayoutEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);
  return (
    <div className={classNames('@container relative flex min-h-0 min-w-0 flex-1 flex-col')}>
      {loading ? <div className="progress-line z-20" /> : null}
      <div className={classNames('flex min-h-0 flex-1 flex-col', COLUMNS)}>
        {instead === null ? <Heads /> : null}
        <div className="relative min-h-0 flex-1">
          <div
            ref={scroller}
            role="grid"
            tabIndex={0}
            aria-label="Rules"
            aria-busy={loading}
            aria-multiselectable
            aria-rowcount={rules.length}
            aria-activedescendant={place >= 0 && current !== null ? rowId(current) : undefined}
            className="absolute inset-0 overflow-auto focus-visible:outline-offset-[-2px]"
          >
            {instead ?? (
              <div
                role="rowgroup"
                className={classNames('relative transition-opacity', stale && 'opacity-50')}
                style={{ height: virtual.getTotalSize() }}
              >
                {virtual.getVirtualItems().map(({ index, start, key }) => {
                  const rule = rules[index];
                  return rule === undefined ? null : (
                    <RuleRow
                      key={key}
                      {...{ rule, index }}
                      top={start}
                      current={rule.id === current}
                      chosen={chosen.has(rule.id)}
                      allowed={props.allowed}
                      onCurrent={props.onCurrent}
                      onChoose={props.onChoose}
                      onTurn={props.onTurn}
                    />
                  );
                })}
              </div>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

function Heads() {
  return (
    <div aria-hidden className="grid h-7 grid-cols-(--columns) items-center border-b pr-4 text-2xs text-faint">
      <span />
      {HEADS.map((head) => (
        <span
          key={head}
          className={classNames(
            head === 'Level' && 'pl-2',
            head === 'Rule' && 'px-3',
            (head === 'Looks at' || head === 'Whose') && 'px-2',
            head === 'Whose' && '@max-[760px]:hidden',
          )}
        >
          {head}
        </span>
      ))}
      <span className="text-right">Found</span>
    </div>
  );
}
