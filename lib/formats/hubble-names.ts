import type { Json, JsonObject } from './format';
import { isObject } from './json-value';

const DEPTH_MAX = 6;
const CAMEL = /^[a-z0-9]{1,32}(?:[A-Z][a-z0-9]{0,32}){1,6}$/;
/** Fields of a flow that tell which spelling it is in. */
const TELLING = ['trafficDirection', 'nodeName', 'eventType', 'dropReasonDesc', 'isReply'] as const;

/**
 * The record with its fields named as in the protocol (`node_name`), as Cilium's exporter writes them, where another writer
 * used the spelling of protobuf's JSON (`nodeName`); the record itself where it is so already.
 */
export function withProtocolNames(record: JsonObject): JsonObject {
  const flow = isObject(record.flow) ? record.flow : record;
  const isCamel = TELLING.some((name) => flow[name] !== undefined || record[name] !== undefined);
  return isCamel ? renamed(record, 0) : record;
}

function renamed(object: JsonObject, depth: number): JsonObject {
  const copied: Record<string, Json | undefined> = Object.create(null);
  for (const key of Object.keys(object)) {
    const name = CAMEL.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
    copied[name] = value(object[key], depth + 1);
  }
  return copied;
}

function value(inner: Json | undefined, depth: number): Json | undefined {
  if (depth > DEPTH_MAX || typeof inner !== 'object' || inner === null) return inner;
  if (isObject(inner)) return renamed(inner, depth);
  return (inner as readonly Json[]).map((element) => value(element, depth + 1) ?? null);
}
