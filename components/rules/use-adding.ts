'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { type ChosenFile, tarBlob } from '@/components/upload';
import { type ReadRulesAnswer, RULES_BYTES_MAX, readRulesAnswer } from '@/lib/interface';
import { RULES_KEY, renewRules, textBody } from './rules-queries';

/** What is handed in: files, which may be archives, or a text. */
export type HandedIn = { readonly files: readonly ChosenFile[] } | { readonly text: string };

/** Hands rules in; several files go as one archive, so that they are one answer. */
export function useAdding() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: HandedIn): Promise<ReadRulesAnswer> => {
      if ('text' in given) return fetchAnswer(readRulesAnswer, '/api/rules', {}, textBody(given.text));
      const [first, ...others] = given.files;
      if (first === undefined) throw new Error('No file was chosen.');
      // Of what is far too large a browser would say that the connection broke.
      if (given.files.reduce((sum, { file }) => sum + file.size, 0) > RULES_BYTES_MAX)
        throw new Error(`Rules of at most ${RULES_BYTES_MAX / 1024 ** 2} MB can be handed in at once.`);
      const alone = others.length === 0;
      return fetchAnswer(
        readRulesAnswer,
        '/api/rules',
        { name: alone ? first.path : 'rules.tar' },
        {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: alone ? first.file : tarBlob(given.files),
        },
      );
    },
    onSuccess: () => {
      client.removeQueries({ queryKey: [...RULES_KEY, 'check'] });
      return renewRules(client);
    },
  });
}
