import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { doneAnswer, type WebhookCreation, webhookAnswer, webhooksAnswer, webhookTrialAnswer } from '@/lib/interface';

const WEBHOOKS = ['webhooks'];
const pathOf = (id: string) => `/api/webhooks/${encodeURIComponent(id)}`;

/** Where findings are told of; for administrators. */
export function useWebhooks() {
  return useQuery({
    queryKey: WEBHOOKS,
    queryFn: ({ signal }) => fetchAnswer(webhooksAnswer, '/api/webhooks', {}, { signal }),
    staleTime: 0,
  });
}

/** Makes a webhook, which is off. */
export function useMakeWebhook() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (webhook: Omit<WebhookCreation, 'on'>) =>
      send(webhookAnswer, 'POST', '/api/webhooks', { ...webhook, on: false }),
    onSuccess: renew,
  });
}

/** Turns a webhook on or off. */
export function useSwitchWebhook() {
  const renew = useRenew();
  return useMutation({
    mutationFn: ({ id, on }: { id: string; on: boolean }) => send(webhookAnswer, 'PATCH', pathOf(id), { on }),
    onSettled: renew,
  });
}

/** Sends a made-up finding. */
export function useTryWebhook() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (id: string) => send(webhookTrialAnswer, 'POST', `${pathOf(id)}/trial`),
    onSettled: renew,
  });
}

/** Deletes a webhook with what waits for it. */
export function useDeleteWebhook() {
  const renew = useRenew();
  return useMutation({
    mutationFn: (id: string) => send(doneAnswer, 'DELETE', pathOf(id)),
    onSettled: renew,
  });
}

function useRenew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: WEBHOOKS });
}
