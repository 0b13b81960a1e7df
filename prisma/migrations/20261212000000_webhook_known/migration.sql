-- What a webhook need not be told as new: what it was told, and what was there before it was turned on. It outlives the findings,
-- which go and come back while a rule looks again, and holds nothing of them that could be read.
CREATE TABLE webhook_known (
  webhook uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  -- SHA-256 of the detector and of what the finding is about.
  mark bytea NOT NULL,
  -- The time of the finding; whatever overlaps it is the same one. The end is exclusive.
  "from" timestamptz(6) NOT NULL,
  "to" timestamptz(6) NOT NULL,
  PRIMARY KEY (webhook, mark, "from")
);
CREATE INDEX webhook_known_mark_idx ON webhook_known (mark);
-- What is there is known already.
INSERT INTO webhook_known (webhook, mark, "from", "to")
  SELECT webhook.id, sha256(convert_to(jsonb_build_array(finding.detector, finding.key)::text, 'UTF8')), finding."from", max(finding."to")
  FROM webhook CROSS JOIN finding
  WHERE webhook."on" AND NOT EXISTS (
    SELECT 1 FROM webhook_delivery WHERE webhook_delivery.webhook = webhook.id AND webhook_delivery.finding = finding.id)
  GROUP BY 1, 2, 3;
