'use client';

import { Upload as UploadIcon } from 'lucide-react';
import Link from 'next/link';
import { useSyncExternalStore } from 'react';
import { useMay } from '@/components/access';
import { TYPE_LABELS } from '@/components/explorer';
import { SampleOffer } from '@/components/sample';
import { FileChoosers } from '@/components/upload';
import { LOG_TYPES, type LogType } from '@/lib/events';
import type { SourceSummary } from '@/lib/interface';
import { LatestSources } from './latest-sources';

/** What each type is read from, in the words of those who have it lying about. */
const READS: Readonly<Record<LogType, string>> = {
  application: 'Container output: CRI, docker, kubectl logs, with JSON, logfmt or plain text in it',
  node: 'kubelet and container runtime, journald, syslog, auth.log',
  'control-plane': 'API server, scheduler, controller manager, etcd, Kubernetes events',
  audit: 'Kubernetes audit log: lines, lists or pretty-printed',
  network: 'Hubble flows, VPC flow logs',
};

/** `/` while there is no event; sources that are still being read, or that failed, are told of. */
export function Welcome({ sources }: { sources: readonly SourceSummary[] }) {
  const mayAdd = useMay('administer');
  const origin = useSyncExternalStore(
    () => () => undefined,
    () => window.location.origin,
    () => 'http://127.0.0.1:3000',
  );
  return (
    <div className="mx-auto grid max-w-[760px] gap-8 px-6 pt-[9vh] pb-12">
      <header>
        <h1 className="text-xl font-semibold">Drop a cluster’s logs in</h1>
        <p className="mt-1 max-w-[62ch] text-base text-dim">
          Trackway works out what every file is and lays the five kinds of Kubernetes log side by side on one timeline,
          so that you can follow a track through all of them.
        </p>
      </header>
      <section
        aria-label="Add logs"
        className="grid justify-items-center gap-4 rounded-xl border border-dashed border-line-strong bg-panel px-6 py-10 text-center"
      >
        <UploadIcon size={26} strokeWidth={1.5} className="text-faint" aria-hidden />
        <div>
          <p className="text-base">Files, folders or archives, anywhere on this page</p>
          <p className="mt-0.5 text-dim">
            A kind export, a must-gather, /var/log of a node, an audit log, flow logs. As they are.
          </p>
        </div>
        {mayAdd ? null : <p className="text-dim">An administrator adds them.</p>}
        <FileChoosers strong />
      </section>
      <SampleOffer sources={sources} />
      {sources.length === 0 ? null : <LatestSources sources={sources} />}
      <section aria-label="What it reads">
        <h2 className="mb-2 text-base font-semibold">What it reads</h2>
        <dl className="grid grid-cols-[124px_1fr] gap-x-4 gap-y-1.5">
          {LOG_TYPES.map((type) => (
            <div key={type} className="contents">
              <dt className="flex items-center gap-2">
                <span className="size-2 rounded-[2px]" style={{ background: TYPE_LABELS[type].color }} aria-hidden />
                {TYPE_LABELS[type].label}
              </dt>
              <dd className="text-dim">{READS[type]}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-dim">
          Anything else is kept line by line and can be searched.{' '}
          <Link href="/help#formats" className="text-accent hover:underline">
            All formats
          </Link>
        </p>
      </section>
      <section aria-label="From a script">
        <h2 className="mb-2 text-base font-semibold">From a script</h2>
        <pre className="overflow-x-auto rounded-lg border border-line bg-panel px-3 py-2.5 font-mono text-xs select-all">
          {`curl -X POST -T logs.tar.gz '${origin}/api/sources?name=logs.tar.gz'`}
        </pre>
      </section>
    </div>
  );
}
