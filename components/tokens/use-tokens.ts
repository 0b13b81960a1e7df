import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { type NewToken, newTokenAnswer, tokensAnswer } from '@/lib/interface';

const TOKENS = ['tokens'];

/** The tokens of programs; for administrators. */
export function useTokens() {
  return useQuery({
    queryKey: TOKENS,
    queryFn: ({ signal }) => fetchAnswer(tokensAnswer, '/api/tokens', {}, { signal }),
    staleTime: 0,
  });
}

/** Makes a token; its secret is in the answer, this once. */
export function useMakeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: NewToken) => send(newTokenAnswer, 'POST', '/api/tokens', token),
    onSuccess: () => client.invalidateQueries({ queryKey: TOKENS }),
  });
}

/** Has the list asked for anew. */
export function useRenewTokens() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: TOKENS });
}
