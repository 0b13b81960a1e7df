'use client';

import { useAccess, useMay } from '@/components/access';
import { Section } from '@/components/forms';
import { RetentionSettings } from '@/components/retention';
import { Tokens } from '@/components/tokens';
import { Webhooks } from '@/components/webhooks';
import { AuditTrail } from './audit-trail';
import { OwnPassword } from './own-password';
import { OwnSessions } from './own-sessions';
import { People } from './people';

/** `/settings`: one's own account; for administrators also people, tokens, retention and the audit trail. */
export function SettingsPage() {
  const { accounts, person } = useAccess();
  const administers = useMay('administer');
  return (
    <div className="mx-auto grid max-w-[1100px] gap-10 px-4 pt-4 pb-12">
      <h1 className="text-lg font-semibold">Settings</h1>
      {person === null ? null : (
        <>
          <OwnPassword />
          <OwnSessions />
        </>
      )}
      {accounts ? null : (
        <Section
          title="Accounts"
          about="Only this machine can reach Trackway, so nobody needs to sign in: whoever is here may do everything."
        >
          <p className="max-w-[80ch] text-dim">
            Start it with TRACKWAY_ACCOUNTS=on, or let it listen on another address with HOST, and it asks everybody to
            sign in.
          </p>
        </Section>
      )}
      {accounts && administers ? <People /> : null}
      {administers ? (
        <>
          <Tokens />
          <Webhooks />
          <RetentionSettings />
          <AuditTrail />
        </>
      ) : null}
    </div>
  );
}
