export { changeWebhook, createWebhook, deleteWebhook, readWebhooks, webhookTarget } from './change-webhooks';
export { type DueMessage, noteDelivery, noteTrial, queueDeliveries, takeDueMessage } from './deliveries';
export { keepKnown } from './known-findings';
