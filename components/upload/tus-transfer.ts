import { DetailedError, Upload } from 'tus-js-client';
import { errorAnswer } from '@/lib/interface';
import type { PlannedUpload } from './plan-uploads';
import type { Transfer, TransferEvents } from './upload-queue';

const ENDPOINT = '/api/uploads';
const CHUNK_BYTES = 32 * 1024 * 1024;
/** Answers after which the same request may succeed: a conflict, a lock held, too many requests. */
const PASSING = new Set([408, 409, 423, 425, 429]);

/** Sends an upload by tus 1.0 (https://tus.io/protocols/resumable-upload) and goes on where an earlier visit stopped. */
export function tusTransfer(plan: PlannedUpload, events: TransferEvents): Transfer {
  let sent = 0;
  const upload = new Upload(plan.blob, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK_BYTES,
    // The queue itself tries again: it knows of pauses and of a network that comes back.
    retryDelays: null,
    metadata: { name: plan.name, modified: String(plan.modified) },
    fingerprint: async () => `trackway-${plan.name}-${plan.blob.size}-${plan.fingerprint}`,
    removeFingerprintOnSuccess: true,
    onUploadUrlAvailable: () => events.onCreated(idOf(upload.url)),
    onProgress: (bytes) => {
      sent = bytes;
      events.onProgress(bytes);
    },
    onSuccess: () => events.onDone(),
    onError: (error) => void explain(error, plan.blob, sent).then((why) => events.onError(why.message, why.lasting)),
  });
  let wanted = false;
  return {
    start() {
      wanted = true;
      void resumeOrStart();
    },
    stop() {
      wanted = false;
      void upload.abort();
    },
    async discard() {
      wanted = false;
      await upload.abort(true).catch(() => undefined);
    },
  };

  async function resumeOrStart(): Promise<void> {
    // Looked up each time: after an error on asking for its state the client forgets the address, the store does not.
    if (upload.url === null) {
      const [previous] = await upload.findPreviousUploads().catch(() => []);
      if (!wanted) return;
      if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
    }
    upload.start();
  }
}

/** The last part of the upload's address: the id of its source. */
function idOf(url: string | null): string {
  return (url ?? '').split('?')[0]?.split('/').at(-1) ?? '';
}

interface Explanation {
  message: string;
  /** When trying again cannot help. */
  lasting: boolean;
}

async function explain(error: Error, blob: Blob, sent: number): Promise<Explanation> {
  if (!(error instanceof DetailedError)) return { message: `It could not be sent: ${error.message}`, lasting: true };
  const response = error.originalResponse;
  const status = response?.getStatus() ?? 0;
  if (response === null || status === 0) {
    // The browser tells a file that it cannot read apart from a network that is down only to those who read it.
    if (!(await isReadable(blob.slice(Math.max(0, sent - CHUNK_BYTES), sent + CHUNK_BYTES)))) {
      return { message: 'A file changed or moved on disk since it was chosen. Choose it again.', lasting: true };
    }
    return { message: 'The connection to Trackway is lost.', lasting: false };
  }
  const told = messageOf(response.getBody());
  if (status >= 500 && status !== 507) {
    return { message: told ?? `Trackway answered with status ${status}.`, lasting: false };
  }
  return { message: told ?? `Trackway refused it with status ${status}.`, lasting: !PASSING.has(status) };
}

async function isReadable(blob: Blob): Promise<boolean> {
  try {
    const reader = blob.stream().getReader();
    while (!(await reader.read()).done);
    return true;
  } catch {
    return false;
  }
}

function messageOf(body: string): string | null {
  if (body === '') return null;
  try {
    const read = errorAnswer.safeParse(JSON.parse(body));
    return read.success ? read.data.error.message : null;
  } catch {
    // Not JSON: the tus server answers some refusals in plain words.
    return body.length <= 200 && !body.includes('<') ? body.trim() : null;
  }
}
