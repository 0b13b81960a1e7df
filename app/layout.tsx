import './globals.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { AccessProvider } from '@/components/access';
import { Providers, Shell } from '@/components/layout';
import { UploadProvider } from '@/components/upload';
import { currentAccess } from './admit';

export const metadata: Metadata = {
  title: { default: 'Trackway', template: '%s · Trackway' },
  description: 'Hunt threats and faults in Kubernetes logs: five kinds of log on one timeline.',
};

export const viewport: Viewport = { colorScheme: 'dark light' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const access = await currentAccess();
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <Providers nonce={nonce}>
          <AccessProvider access={access}>
            {access.may.includes('read') ? (
              <UploadProvider>
                <Shell>{children}</Shell>
              </UploadProvider>
            ) : (
              <main className="grid min-h-dvh place-items-center px-6 py-10">{children}</main>
            )}
          </AccessProvider>
        </Providers>
      </body>
    </html>
  );
}
