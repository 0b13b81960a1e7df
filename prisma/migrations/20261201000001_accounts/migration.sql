-- People and their sessions, as better-auth writes them; the column names are its own.
CREATE TABLE person (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image text,
  role text NOT NULL CHECK (role IN ('viewer', 'hunter', 'administrator')),
  "createdAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX person_email_key ON person (email);

CREATE TABLE person_session (
  id text PRIMARY KEY,
  "userId" text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  token text NOT NULL,
  "expiresAt" timestamptz(6) NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX person_session_token_key ON person_session (token);
CREATE INDEX "person_session_userId_idx" ON person_session ("userId");

-- How a person may sign in: by a password, or by an account elsewhere.
CREATE TABLE person_account (
  id text PRIMARY KEY,
  "userId" text NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz(6),
  "refreshTokenExpiresAt" timestamptz(6),
  scope text,
  password text,
  "createdAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX "person_account_providerId_accountId_key" ON person_account ("providerId", "accountId");
CREATE INDEX "person_account_userId_idx" ON person_account ("userId");

-- What waits for its answer while somebody signs in elsewhere.
CREATE TABLE person_verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz(6) NOT NULL,
  "createdAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX person_verification_identifier_idx ON person_verification (identifier);

-- Links with which a person sets a password, once: the first administrator (who is nobody yet), and whoever was invited.
CREATE TABLE password_link (
  id uuid PRIMARY KEY,
  secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
  person_id text REFERENCES person (id) ON DELETE CASCADE,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6) NOT NULL
);
CREATE UNIQUE INDEX password_link_secret_hash_key ON password_link (secret_hash);

-- Attempts to sign in, by name and by address, counted for a while.
CREATE TABLE sign_in_attempt (
  key text PRIMARY KEY,
  count integer NOT NULL,
  began timestamptz(6) NOT NULL
);

-- Who did what. Rows are only added; a name stays when the person is gone.
CREATE TABLE audit_entry (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  time timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  actor text NOT NULL,
  actor_id text,
  via text NOT NULL CHECK (via IN ('session', 'token', 'local', 'none')),
  action text NOT NULL,
  subject text,
  path text NOT NULL,
  address text,
  outcome text NOT NULL CHECK (outcome IN ('begun', 'done', 'failed', 'refused'))
);
