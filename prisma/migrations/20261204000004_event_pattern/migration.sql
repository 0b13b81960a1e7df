DROP VIEW event;
-- Whole events. The innermost question puts rows and parts together, the next makes paths, the outermost messages,
-- which may name the path.
CREATE VIEW event AS
SELECT
  segment, n, "time", bytes, packets, duration_ms, file, line, lines, block, raw_offset, raw_length, status, src_port,
  dst_port, pid, restart, type, severity, time_guess, cluster, node, namespace, pod, container, component,
  unit, stream, user_name, verb, resource, subresource, api_group, name, decision, reason, user_agent, method, path,
  host, src_ip, src_namespace, src_pod, dst_ip, dst_namespace, dst_pod, protocol, verdict, direction, image, caller, pattern,
  format, envelope,
  coalesce(message, format(message_form,
    user_name, verb, resource, subresource, api_group, name, namespace, pod, container, node, component, unit, status,
    reason, method, host, src_ip, src_port, src_namespace, src_pod, dst_ip, dst_port, dst_namespace, dst_pod,
    protocol, verdict, direction, bytes, packets, caller, pid, path
  )) AS message,
  attributes, spans
FROM (
  SELECT
    segment, n, "time", bytes, packets, duration_ms, file, line, lines, block, raw_offset, raw_length, status,
    src_port, dst_port, pid, restart, type, severity, time_guess, cluster, node, namespace, pod, container,
    component, unit, stream, user_name, verb, resource, subresource, api_group, name, decision, reason, user_agent,
    method, host, src_ip, src_namespace, src_pod, dst_ip, dst_namespace, dst_pod, protocol, verdict, direction, image,
    caller, pattern, format, envelope, message, attributes, spans, message_form,
    coalesce(path, format(path_form,
      user_name, verb, resource, subresource, api_group, name, namespace, pod, container, node, component, unit,
      status, reason, method, host, src_ip, src_port, src_namespace, src_pod, dst_ip, dst_port, dst_namespace,
      dst_pod, protocol, verdict, direction, bytes, packets, caller, pid
    )) AS path
  FROM (
    SELECT
      own.segment,
      own.n,
      own."time",
      own.bytes,
      own.packets,
      own.duration_ms,
      own.file,
      own.line,
      coalesce(own.lines, 1) AS lines,
      own.block,
      own.raw_offset,
      own.raw_length,
      coalesce(own.status, kind.status) AS status,
      own.src_port,
      own.dst_port,
      own.pid,
      own.restart,
      own.type,
      own.severity,
      coalesce(own.time_guess, 0::smallint) AS time_guess,
      coalesce(own.cluster, place.cluster) AS cluster,
      coalesce(own.node, actor.node) AS node,
      coalesce(own.namespace, place.namespace) AS namespace,
      coalesce(own.pod, place.pod) AS pod,
      coalesce(own.container, place.container) AS container,
      coalesce(own.component, place.component) AS component,
      coalesce(own.unit, place.unit) AS unit,
      coalesce(own.stream, kind.stream) AS stream,
      coalesce(own.user_name, actor.user_name) AS user_name,
      coalesce(own.verb, kind.verb) AS verb,
      coalesce(own.resource, kind.resource) AS resource,
      coalesce(own.subresource, kind.subresource) AS subresource,
      coalesce(own.api_group, kind.api_group) AS api_group,
      own.name,
      coalesce(own.decision, kind.decision) AS decision,
      coalesce(own.reason, kind.reason) AS reason,
      coalesce(own.user_agent, target.user_agent) AS user_agent,
      coalesce(own.method, kind.method) AS method,
      own.path,
      coalesce(own.host, target.host) AS host,
      coalesce(own.src_ip, origin.src_ip) AS src_ip,
      coalesce(own.src_namespace, origin.src_namespace) AS src_namespace,
      coalesce(own.src_pod, origin.src_pod) AS src_pod,
      coalesce(own.dst_ip, target.dst_ip) AS dst_ip,
      coalesce(own.dst_namespace, target.dst_namespace) AS dst_namespace,
      coalesce(own.dst_pod, target.dst_pod) AS dst_pod,
      coalesce(own.protocol, kind.protocol) AS protocol,
      coalesce(own.verdict, kind.verdict) AS verdict,
      coalesce(own.direction, kind.direction) AS direction,
      coalesce(own.image, place.image) AS image,
      coalesce(own.caller, kind.caller) AS caller,
      coalesce(own.pattern, pattern.pattern) AS pattern,
      coalesce(own.format, kind.format) AS format,
      coalesce(own.envelope, kind.envelope) AS envelope,
      own.message,
      event_attributes(
        own.attributes, kind.attributes, actor.attributes, origin.attributes, target.attributes
      ) AS attributes,
      own.spans,
      kind.path_form,
      kind.message_form
    FROM event_row AS own
    LEFT JOIN event_part AS kind ON kind.segment = own.segment AND kind.id = own.kind_part
    LEFT JOIN event_part AS place ON place.segment = own.segment AND place.id = own.place_part
    LEFT JOIN event_part AS actor ON actor.segment = own.segment AND actor.id = own.actor_part
    LEFT JOIN event_part AS origin ON origin.segment = own.segment AND origin.id = own.origin_part
    LEFT JOIN event_part AS target ON target.segment = own.segment AND target.id = own.target_part
    LEFT JOIN event_part AS pattern ON pattern.segment = own.segment AND pattern.id = own.pattern_part
  ) AS joined
) AS with_path;
