import protobuf from 'protobufjs';
import { z } from 'zod';

/**
 * The messages of an export of logs (https://github.com/open-telemetry/opentelemetry-proto, `logs/v1` and `common/v1`), as far
 * as they are read; numbers of fields are the protocol.
 */
const PROTOCOL = `syntax = "proto3";
message Export { repeated ResourceLogs resource_logs = 1; }
message ResourceLogs { Resource resource = 1; repeated ScopeLogs scope_logs = 2; string schema_url = 3; }
message Resource { repeated KeyValue attributes = 1; uint32 dropped_attributes_count = 2; }
message ScopeLogs { Scope scope = 1; repeated LogRecord log_records = 2; string schema_url = 3; }
message Scope { string name = 1; string version = 2; repeated KeyValue attributes = 3; uint32 dropped_attributes_count = 4; }
message LogRecord {
  fixed64 time_unix_nano = 1; int32 severity_number = 2; string severity_text = 3; Value body = 5;
  repeated KeyValue attributes = 6; uint32 dropped_attributes_count = 7; fixed32 flags = 8;
  bytes trace_id = 9; bytes span_id = 10; fixed64 observed_time_unix_nano = 11; string event_name = 12;
}
message KeyValue { string key = 1; Value value = 2; }
message Value {
  oneof value {
    string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4;
    Values array_value = 5; KeyValues kvlist_value = 6; bytes bytes_value = 7;
  }
}
message Values { repeated Value values = 1; }
message KeyValues { repeated KeyValue values = 1; }`;

const Export = protobuf.parse(PROTOCOL).root.lookupType('Export');

/** An export as its JSON says it; records are hostile and of any shape. */
const otlpExport = z.object({
  resourceLogs: z
    .array(
      z.object({
        resource: z.unknown().optional(),
        scopeLogs: z
          .array(z.object({ scope: z.unknown().optional(), logRecords: z.array(z.unknown()).nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
});
export type OtlpExport = z.infer<typeof otlpExport>;

/** Reads the JSON of an export. Throws. */
export function otlpOfJson(text: string): OtlpExport {
  return otlpExport.parse(JSON.parse(text));
}

/** Reads the protobuf of an export, into what its JSON would be: 64-bit numbers as texts, ids in hexadecimal. Throws. */
export function otlpOfProtobuf(bytes: Uint8Array): OtlpExport {
  const message = Export.toObject(Export.decode(bytes), { longs: String, bytes: String });
  return otlpExport.parse(message);
}

/** An id in hexadecimal, where protobuf's JSON has base64. */
export function hexOfBase64(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? Buffer.from(value, 'base64').toString('hex') : undefined;
}
