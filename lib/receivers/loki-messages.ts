import protobuf from 'protobufjs';
import { uncompress } from 'snappyjs';
import { z } from 'zod';
import { parseLabelSet } from './label-set';
import { microsOfNanos } from './labels';

/** One line of a push; `time` in microseconds. */
export interface LokiEntry {
  readonly time: number | null;
  readonly line: string;
  /** Labels of its stream, then its structured metadata. */
  readonly labels: readonly (readonly [string, string])[];
}

/** Of https://github.com/grafana/loki, `pkg/push/push.proto`, what is read; the JSON is that of its HTTP interface. */
const PROTOCOL = `syntax = "proto3";
message Push { repeated Stream streams = 1; }
message Stream { string labels = 1; repeated Entry entries = 2; }
message Entry { Timestamp timestamp = 1; string line = 2; repeated Label structured_metadata = 3; }
message Timestamp { int64 seconds = 1; int32 nanos = 2; }
message Label { string name = 1; string value = 2; }`;

const Push = protobuf.parse(PROTOCOL).root.lookupType('Push');

const labels = z.record(z.string(), z.unknown());
const jsonPush = z.object({
  streams: z.array(
    z.object({
      stream: labels.default({}),
      values: z.array(z.tuple([z.union([z.string(), z.number()]), z.string()], z.unknown())).default([]),
    }),
  ),
});
const legacyPush = z.object({
  streams: z.array(
    z.object({ labels: z.string(), entries: z.array(z.object({ ts: z.string(), line: z.string() })).default([]) }),
  ),
});
const protobufPush = z.object({
  streams: z
    .array(
      z.object({
        labels: z.string().default(''),
        entries: z
          .array(
            z.object({
              timestamp: z.object({ seconds: z.string().default('0'), nanos: z.number().default(0) }).optional(),
              line: z.string().default(''),
              structuredMetadata: z
                .array(z.object({ name: z.string().default(''), value: z.string().default('') }))
                .default([]),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
});

/** Reads a push in JSON, in today's shape or the first one. Throws. */
export function lokiOfJson(text: string): LokiEntry[] {
  const value: unknown = JSON.parse(text);
  const legacy = legacyPush.safeParse(value);
  if (legacy.success && legacy.data.streams.length > 0) return legacy.data.streams.flatMap(legacyEntries);
  return jsonPush.parse(value).streams.flatMap(({ stream, values }) => {
    const own = textsOf(stream);
    return values.map(([nanos, line, metadata]) => ({
      time: microsOfNanos(String(nanos)),
      line,
      labels: metadata === undefined ? own : [...own, ...textsOf(labels.safeParse(metadata).data ?? {})],
    }));
  });
}

function textsOf(given: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(given).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}

function legacyEntries({ labels: text, entries }: z.infer<typeof legacyPush>['streams'][number]): LokiEntry[] {
  const own = parseLabelSet(text) ?? [];
  return entries.map(({ ts, line }) => {
    const millis = Date.parse(ts);
    return { time: Number.isNaN(millis) ? null : millis * 1000, line, labels: own };
  });
}

/** Reads a push in protobuf, packed as one block of snappy. `bytesMax`: when unpacked. Throws. */
export function lokiOfSnappy(body: Buffer, bytesMax: number): LokiEntry[] {
  const unpacked = uncompress(body, bytesMax);
  const push = protobufPush.parse(Push.toObject(Push.decode(unpacked), { longs: String }));
  return push.streams.flatMap(({ labels: text, entries }) => {
    const own = parseLabelSet(text) ?? [];
    return entries.map(({ timestamp, line, structuredMetadata }) => ({
      time: timestamp === undefined ? null : microsOfNanos(nanosOf(timestamp.seconds, timestamp.nanos)),
      line,
      labels: [...own, ...structuredMetadata.map(({ name, value }): [string, string] => [name, value])],
    }));
  });
}

function nanosOf(seconds: string, nanos: number): string {
  return `${seconds}${String(nanos).padStart(9, '0')}`;
}
