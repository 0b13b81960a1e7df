import type { FindingAnswer } from '@/lib/interface';
import type { WebhookFormatter } from './webhook-format';

/** Each finding is a block, of which Slack takes 50 a message (https://docs.slack.dev/reference/block-kit/blocks). */
const SHOWN_MAX = 20;
const TITLE_MAX = 300;
const REASON_MAX = 1000;

/** As Slack, Mattermost and others take it. Whatever comes from logs is text: it mentions nobody, links nowhere and marks nothing up. */
export const slack: WebhookFormatter = {
  name: 'slack',
  title: 'Slack',
  message: ({ findings, origin }) => {
    const [worst] = findings;
    const head =
      findings.length === 1 ? (worst?.title ?? '') : `${findings.length} findings, the worst ${worst?.level ?? ''}`;
    const shown = findings.slice(0, SHOWN_MAX);
    const more = findings.length - shown.length;
    return {
      // Clients show it in notifications; some of them know no blocks and show nothing else.
      text: `Trackway: ${harmless(shortened(head, TITLE_MAX))}`,
      blocks: [
        ...shown.map((finding) => blockOf(finding, origin)),
        ...(more > 0 ? [section({ type: 'plain_text', text: `and ${more} more`, emoji: false })] : []),
      ],
    };
  },
};

/** `plain_text` is never read as markup; only what we write ourselves is `mrkdwn`. */
function blockOf({ detector, title, reason, level, from, events }: FindingAnswer, origin: string | null): object {
  const facts = `${level} · ${from} · ${events === 1 ? '1 event' : `${events} events`}`;
  const text = [shortened(title, TITLE_MAX), facts, shortened(reason, REASON_MAX)].map(harmless).join('\n');
  const button = { type: 'button', text: { type: 'plain_text', text: 'Open', emoji: false } };
  const link =
    origin === null
      ? {}
      : { accessory: { ...button, url: `${origin}/findings?detector=${encodeURIComponent(detector)}` } };
  return { ...section({ type: 'plain_text', text, emoji: false }), ...link };
}

function section(text: object): object {
  return { type: 'section', text };
}

/**
 * The three characters that Slack gives a meaning to are written as entities (https://docs.slack.dev/messaging/formatting-message-text).
 * Programs that imitate it read Markdown, mentions and addresses in plain text too: a space of no width takes their meaning.
 */
function harmless(text: string): string {
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/([*_~`[\]])/g, '$1\u200b');
}

function shortened(text: string, most: number): string {
  const whole = text.toWellFormed();
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).toWellFormed()}…`;
}
