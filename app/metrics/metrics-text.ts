import type { StoreMetrics } from '@/lib/store';

/**
 * Prometheus' text format (its documentation, "Exposition formats"). All are gauges: deleting a source lowers the sums.
 * `memoryBytes` is the resident memory of this process.
 */
export function metricsText(metrics: StoreMetrics, memoryBytes: number): string {
  const states = Object.entries(metrics.sources).map(([state, count]) => `trackway_sources{state="${state}"} ${count}`);
  return [
    ...heading('trackway_sources', 'Sources by state.'),
    ...states,
    ...gauge('trackway_files', 'Files of all sources.', metrics.files),
    ...gauge('trackway_events', 'Events of all sources.', metrics.events),
    ...gauge('trackway_lines', 'Physical lines of all sources.', metrics.lines),
    ...gauge('trackway_unparsed_lines', 'Lines that should have been readable and were not.', metrics.unparsed),
    ...gauge('trackway_source_bytes', 'Bytes of all sources as they were sent.', metrics.bytes),
    ...gauge('trackway_segments', 'Segments in which the events are stored.', metrics.segments),
    ...gauge('trackway_process_resident_memory_bytes', 'Resident memory of the web process.', memoryBytes),
    '',
  ].join('\n');
}

function gauge(name: string, help: string, value: number): string[] {
  return [...heading(name, help), `${name} ${value}`];
}

function heading(name: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`];
}
