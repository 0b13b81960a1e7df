/** The role that questions run in: it cannot log in, write, or read any other table. The web process names it too. */
const ROLE = 'trackway_question';

/** What questions read. */
const TABLES = [
  'source',
  'file',
  'segment',
  'event',
  'event_row',
  'event_part',
  'pattern',
  'raw_block',
  'raw_tail',
  'column_block',
  'column_part',
  'value_count',
  'tally',
  'finding',
  'finding_change',
  'detection',
  'rule',
  'rule_segment',
  'rule_hit',
  'hunt',
  'hunt_version',
  'evidence_copy',
  'arrival',
  'retention',
  'proof',
  'link',
  // Whether the server is ready is a question too.
  '_prisma_migrations',
];

const FORBIDDEN = '42501';
const IS_THERE = '42710';

/**
 * Makes the role in a cluster of our own, where the application itself may make none.
 * @param {import('pg').Client} admin
 * @param {string} member the application's role
 */
export async function makeQuestionRole(admin, member) {
  await makeRole(admin);
  await admin.query(`GRANT ${ROLE} TO ${admin.escapeIdentifier(member)}`);
}

/**
 * Lets the role read what questions read, and makes it first where the application may. Does nothing when that is so already.
 * @param {import('pg').Client} client connected as the application, to a database with its schema
 * @returns {Promise<string | null>} why questions have no role of their own; null when they have
 */
export async function prepareQuestionRole(client) {
  const citus = await client.query("SELECT FROM pg_extension WHERE extname = 'citus'");
  if (citus.rowCount > 0)
    return 'Citus asks its workers in the name of the current role, which would have to log in there';
  try {
    await makeRole(client);
    if (!(await mayBecome(client))) await client.query(`GRANT ${ROLE} TO CURRENT_USER`);
    const { rows } = await client.query(
      `SELECT name, has_table_privilege('${ROLE}', name, 'SELECT') AS may FROM unnest($1::text[]) AS name`,
      [TABLES],
    );
    const missing = rows.filter(({ may }) => !may).map(({ name }) => client.escapeIdentifier(name));
    if (missing.length > 0) await client.query(`GRANT SELECT ON ${missing.join(', ')} TO ${ROLE}`);
    const { rows: schemas } = await client.query(
      `SELECT quote_ident(current_schema()) AS name, has_schema_privilege('${ROLE}', current_schema(), 'USAGE') AS may`,
    );
    for (const { name, may } of schemas) if (!may) await client.query(`GRANT USAGE ON SCHEMA ${name} TO ${ROLE}`);
    return null;
  } catch (error) {
    if (error.code === FORBIDDEN)
      return `the user of the database may not make the role ${ROLE} or let it read (${error.message})`;
    throw error;
  }
}

async function makeRole(client) {
  const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [ROLE]);
  if (known.rowCount > 0) return;
  try {
    await client.query(`CREATE ROLE ${ROLE} NOLOGIN`);
  } catch (error) {
    // Roles belong to the cluster: a Trackway on another database of it may have been faster.
    if (error.code !== IS_THERE) throw error;
  }
}

/** Who made a role may grant it, but since PostgreSQL 16 not become it. */
async function mayBecome(client) {
  try {
    await client.query(`SET ROLE ${ROLE}`);
    await client.query('RESET ROLE');
    return true;
  } catch (error) {
    if (error.code === FORBIDDEN) return false;
    throw error;
  }
}
