// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are placed one by one, which rows of a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import Link from 'next/link';
import { TYPE_LABELS } from '@/components/explorer';
import { formatCounted, visibleLine } from '@/components/text';
import { LevelMark, techniquesShown } from '@/components/triage';
import { classNames } from '@/components/ui';
import type { RuleAnswer } from '@/lib/interface';
import { findingsOfRule } from './rule-findings';
import { RuleStateMark } from './rule-state-mark';
import { RuleSwitch } from './rule-switch';
import { ORIGIN_WORDS } from './rule-words';
import { pageOfRule } from './rules-queries';

export const ROW_HEIGHT = 44;
/** Longer than any row is wide. */
const TEXT_MAX = 300;
/** Characters that its column holds. */
const TECHNIQUES_ROOM = 18;

interface RuleRowProps {
  rule: RuleAnswer;
  index: number;
  top: number;
  current: boolean;
  chosen: boolean;
  allowed: boolean;
  onCurrent: (id: string) => void;
  onChoose: (id: string) => void;
  onTurn: (rule: RuleAnswer, on: boolean) => void;
}

/** A rule in two lines: whether it watches, how grave it is, what it looks for and in what, whose it is, what it found. */
export function RuleRow(props: RuleRowProps) {
  const { rule, index, top, current, chosen, allowed, onCurrent, onChoose, onTurn } = props;
  const title = visibleLine(rule.title.slice(0, TEXT_MAX)) || '(no title)';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the whole list, which has the focus
    <div
      role="row"
      id={rowId(rule.id)}
      aria-rowindex={index + 1}
      aria-selected={chosen}
      onClick={() => onCurrent(rule.id)}
      className={classNames(
        'absolute left-0 grid w-full cursor-default grid-cols-(--columns) items-center border-b border-line/60 pr-4 hover:bg-hover',
        current && 'bg-raise shadow-[inset_2px_0_var(--accent)] hover:bg-raise',
      )}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className="pl-4">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Choose ${title}`}
          checked={chosen}
          onChange={() => onChoose(rule.id)}
          className="block size-3.5 accent-(--accent)"
        />
      </div>
      <div role="gridcell" className="flex items-center gap-2 text-xs whitespace-nowrap">
        <RuleSwitch rule={rule} allowed={allowed} onTurn={(on) => onTurn(rule, on)} />
        <RuleStateMark rule={rule} />
      </div>
      <div role="gridcell" className="pl-2">
        <LevelMark level={rule.level} />
      </div>
      <div role="gridcell" className="grid min-w-0 px-3">
        <Link
          href={pageOfRule(rule.id)}
          className={classNames('truncate rounded font-medium hover:underline', !rule.on && 'text-dim')}
        >
          {title}
        </Link>
        <Below rule={rule} />
      </div>
      <div role="gridcell" className="grid min-w-0 px-2">
        <Types rule={rule} />
        <span className="truncate font-mono text-xs text-faint" title={rule.techniques.join(' ')}>
          {techniquesShown(rule.techniques, TECHNIQUES_ROOM)}
        </span>
      </div>
      <div role="gridcell" className="grid min-w-0 px-2 @max-[760px]:hidden">
        <span className="truncate text-dim">{ORIGIN_WORDS[rule.origin]}</span>
        <span className="truncate text-xs text-faint" title={visibleLine(rule.author ?? '')}>
          {visibleLine((rule.author ?? '').slice(0, TEXT_MAX))}
        </span>
      </div>
      <div role="gridcell" className="text-right whitespace-nowrap">
        {rule.findings === 0 ? (
          <span className="text-faint">none</span>
        ) : (
          <Link
            href={findingsOfRule(rule.id)}
            aria-label={`Show the ${formatCounted(rule.findings, 'finding')} of ${title}`}
            className="-mr-1.5 rounded px-1.5 py-1 text-accent hover:underline"
          >
            {formatCounted(rule.findings, 'finding')}
          </Link>
        )}
      </div>
    </div>
  );
}

/** Why it cannot find anything, or where it came from. */
function Below({ rule }: { rule: RuleAnswer }) {
  const refusal = rule.refusals[0]?.message;
  const lack = rule.missing[0];
  const said = refusal ?? lack ?? rule.limits[0] ?? rule.file ?? '';
  return (
    <span
      className={classNames(
        'truncate text-xs',
        refusal !== undefined ? 'text-error' : lack !== undefined ? 'text-warn' : 'text-faint',
      )}
    >
      {visibleLine(said.slice(0, TEXT_MAX))}
    </span>
  );
}

function Types({ rule }: { rule: RuleAnswer }) {
  const labels = rule.types.map((type) => TYPE_LABELS[type].label);
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-dim" title={labels.join(', ')}>
      <span className="flex shrink-0 gap-0.5" aria-hidden>
        {rule.types.map((type) => (
          <span key={type} className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} />
        ))}
      </span>
      <span className="truncate">{labels.length > 2 ? `${labels.length} lanes` : labels.join(', ') || '–'}</span>
    </span>
  );
}

export function rowId(id: string): string {
  return `rule-${id}`;
}
