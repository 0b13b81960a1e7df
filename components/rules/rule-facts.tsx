'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { TYPE_LABELS } from '@/components/explorer';
import { exploreLink } from '@/components/links';
import { visibleLine, visibleText } from '@/components/text';
import { minuteTime, type Zone } from '@/components/time';
import type { RuleDetail } from '@/lib/interface';
import { webAddress } from './rule-links';
import { techniqueText } from './rule-words';
import { pageOfRule } from './rules-queries';

const RELATED_AS = { part: 'part of it', correlation: 'counts it', filter: 'narrows it' } as const;

/** What else is known of a rule. */
export function RuleFacts({ rule, zone }: { rule: RuleDetail; zone: Zone }) {
  return (
    <aside aria-label="About the rule" className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 text-xs">
      <Fact title="Looks at">
        {rule.types.map((type) => (
          <li key={type} className="flex items-center gap-1.5">
            <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[type].color }} aria-hidden />
            {TYPE_LABELS[type].label}
          </li>
        ))}
      </Fact>
      <Fact title="A finding is about">
        {rule.by.map((field) => (
          <li key={field} className="font-mono">
            {visibleLine(field)}
          </li>
        ))}
      </Fact>
      <Fact title="When it is harmless">
        {rule.falsePositives.map((text) => (
          <Said key={text}>{visibleText(text)}</Said>
        ))}
      </Fact>
      <Fact title="Techniques">
        {rule.techniques.map((id) => (
          <Said key={id}>{visibleLine(techniqueText(id))}</Said>
        ))}
        {rule.matrix.map((id) => (
          <Said key={id}>{visibleLine(id)}</Said>
        ))}
      </Fact>
      <Fact title="Related rules">
        {rule.related.map(({ id, title, as }) => (
          <li key={`${as} ${id}`} className="[overflow-wrap:anywhere]">
            <Link href={pageOfRule(id)} className="text-accent hover:underline">
              {visibleLine(title)}
            </Link>{' '}
            <span className="text-faint">{RELATED_AS[as]}</span>
          </li>
        ))}
      </Fact>
      <Fact title="Where to go on">
        {rule.next.map(({ title, q }) => (
          <li key={title}>
            <Link href={exploreLink({ q })} title={visibleLine(q)} className="text-accent hover:underline">
              {visibleLine(title)}
            </Link>
          </li>
        ))}
      </Fact>
      <Fact title="References">
        {rule.references.map((text) => (
          <Reference key={text} text={text} />
        ))}
      </Fact>
      <Fact title="Tags">
        {rule.tags.length === 0 ? null : (
          <li className="font-mono text-dim [overflow-wrap:anywhere]">{visibleLine(rule.tags.join('  '))}</li>
        )}
      </Fact>
      <Fact title="Sigma id">
        {rule.sigmaId === null ? null : (
          <li className="font-mono text-dim [overflow-wrap:anywhere]">{visibleLine(rule.sigmaId)}</li>
        )}
      </Fact>
      <Fact title="Changed">
        <Said>
          {minuteTime(rule.changedAt, zone)} by {visibleLine(rule.changedBy)}
        </Said>
      </Fact>
    </aside>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  const empty = children === null || (Array.isArray(children) && children.flat().every((child) => child === null));
  if (empty) return null;
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-2xs text-faint">{title}</h3>
      <ul className="grid gap-1 text-text">{children}</ul>
    </section>
  );
}

function Said({ children }: { children: ReactNode }) {
  return <li className="[overflow-wrap:anywhere]">{children}</li>;
}

/** A reference leads anywhere only where a browser may be led there; the place it leads to does not learn from where. */
function Reference({ text }: { text: string }) {
  const address = webAddress(text);
  return (
    <li className="[overflow-wrap:anywhere]">
      {address === null ? (
        visibleLine(text)
      ) : (
        <a href={address} target="_blank" rel="noreferrer nofollow" className="text-accent hover:underline">
          {visibleLine(text)}
        </a>
      )}
    </li>
  );
}
