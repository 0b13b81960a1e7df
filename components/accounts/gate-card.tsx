import type { ReactNode } from 'react';

/** The frame of the pages before the door. */
export function GateCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="w-full max-w-[360px] rounded-xl border border-line bg-panel px-6 py-5">
      <p className="mb-3 text-xs text-faint">Trackway</p>
      <h1 className="mb-4 text-lg font-semibold">{title}</h1>
      {children}
    </section>
  );
}
