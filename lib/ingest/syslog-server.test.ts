import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { NO_CORRECTIONS } from '@/lib/interface';
import { StreamIntake } from './stream-intake';
import { listenForSyslog } from './syslog-server';

const MESSAGE = '<13>Nov 20 10:00:00 node-1 kubelet: ready\n';

/** Sends a message over TCP and one over UDP to a server that allows whom `allows` does; answers how many were stored. */
async function storedOf(allows: (address: string) => boolean): Promise<number> {
  let stored = 0;
  const intake = new StreamIntake({
    async add(batch) {
      stored += [...batch.units(new Set(), NO_CORRECTIONS)].length;
      return { kind: 'stored', events: 0, known: new Set() };
    },
  });
  const stream = async () => ({ id: 'stream', name: 'syslog' });
  const server = await listenForSyslog(intake, stream, { host: '127.0.0.1', port: 0, allows });
  try {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const closed = once(socket, 'close');
    socket.end(MESSAGE);
    const datagrams = createSocket('udp4');
    await new Promise((resolve) => datagrams.send(MESSAGE, server.port, '127.0.0.1', resolve));
    datagrams.close();
    await closed;
    // A datagram that is not taken shows by nothing.
    await expect.poll(() => stored, { timeout: 500 }).toBe(2);
  } catch {
    return stored;
  } finally {
    await server.close();
  }
  return stored;
}

test('syslog is taken from whom it may be taken, over TCP and UDP', async () => {
  expect(await storedOf((address) => address === '127.0.0.1')).toBe(2);
  expect(await storedOf((address) => address === '10.0.0.1')).toBe(0);
});
