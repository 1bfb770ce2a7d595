import pg from 'pg'

/** Whether the demo world is already in this database, whole. Asked at every start, so it loads nothing of the world. */
export async function demoIsLoaded(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'jishi-demo' })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `select from audit_log where stream = 'platform' and action = 'demo.loaded' limit 1`,
    )
    return rowCount === 1
  } finally {
    await client.end()
  }
}
