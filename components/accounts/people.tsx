'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccess } from '@/components/access';
import { DataTable, Problem, SecretShown, Section, send } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { doneAnswer, type LinkAnswer, linkAnswer, peopleAnswer } from '@/lib/interface';
import { InviteForm } from './invite-form';
import { PersonRow } from './person-row';

const PEOPLE = ['people'];

/** Who may sign in; for administrators. */
export function People() {
  const { person: me } = useAccess();
  const [link, setLink] = useState<{ name: string; link: LinkAnswer } | null>(null);
  const client = useQueryClient();
  const renew = () => client.invalidateQueries({ queryKey: PEOPLE });
  const answer = useQuery({
    queryKey: PEOPLE,
    queryFn: ({ signal }) => fetchAnswer(peopleAnswer, '/api/people', {}, { signal }),
    staleTime: 0,
  });
  const role = useMutation({
    mutationFn: ({ id, to }: { id: string; to: string }) => send(doneAnswer, 'PATCH', pathOf(id), { role: to }),
    onSettled: renew,
  });
  const removal = useMutation({
    mutationFn: (id: string) => send(doneAnswer, 'DELETE', pathOf(id)),
    onSettled: renew,
  });
  const newLink = useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => ({
      name,
      link: await send(linkAnswer, 'POST', `${pathOf(id)}/link`),
    }),
    onSuccess: setLink,
  });
  return (
    <Section title="People" about="Whoever is invited sets a password with a link that you hand over.">
      {link === null ? null : (
        <SecretShown
          label={`The link for ${link.name}, good for three days.`}
          text={`${window.location.origin}${link.link.path}`}
        />
      )}
      <DataTable label="People" heads={['Name', 'E-mail address', 'Role', 'Last seen', '']}>
        {answer.data?.people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isMe={person.id === me?.id}
            onRole={(to) => role.mutate({ id: person.id, to })}
            onLink={() => newLink.mutate(person)}
            onRemove={() => removal.mutate(person.id)}
          />
        ))}
      </DataTable>
      <Problem error={answer.error ?? role.error ?? removal.error ?? newLink.error} />
      <InviteForm
        onInvited={(invited) => {
          setLink(invited);
          void renew();
        }}
      />
    </Section>
  );
}

function pathOf(id: string): string {
  return `/api/people/${encodeURIComponent(id)}`;
}
