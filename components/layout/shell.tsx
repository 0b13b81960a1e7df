import type { ReactNode } from 'react';
import { FooterBar } from './footer-bar';
import { NavRail } from './nav-rail';

/** The frame of every page: the rail, the page, the bar. The page scrolls inside `main`; a page may fill it instead. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="grid h-dvh grid-cols-[52px_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_26px] overflow-hidden">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-1.5 focus:text-on-accent"
      >
        Skip to the content
      </a>
      <NavRail />
      <main id="content" tabIndex={-1} className="min-h-0 min-w-0 overflow-auto outline-none">
        {children}
      </main>
      <FooterBar />
    </div>
  );
}
