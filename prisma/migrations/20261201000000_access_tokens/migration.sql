-- Secrets of programs. Only the sha256 of a secret is here: it is 32 random bytes, which nobody guesses from their hash.
-- Which source an ingest token is for is no foreign key: a token outlives its stream, and is then good for nothing.
CREATE TABLE access_token (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('ingest', 'read')),
  source_id uuid,
  secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
  secret_start text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6),
  revoked_at timestamptz(6),
  last_used_at timestamptz(6),
  CHECK ((scope = 'ingest') = (source_id IS NOT NULL))
);
CREATE UNIQUE INDEX access_token_secret_hash_key ON access_token (secret_hash);
