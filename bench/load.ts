import autocannon from 'autocannon'

export type Measured = { rps: number; p50: number; p95: number; p99: number; failed: number }

/** Asks these paths in turn over 32 connections for so many seconds. Latencies are milliseconds at saturation. */
export function load(port: number, paths: readonly string[], seconds: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const times: number[] = []
    let failed = 0
    const run = autocannon(
      {
        url: `http://127.0.0.1:${port}`,
        connections: 32,
        duration: seconds,
        requests: paths.map((path) => ({ method: 'GET' as const, path })),
      },
      (error, result) => {
        if (error) return reject(error)
        times.sort((a, b) => a - b)
        const at = (part: number) => Number((times[Math.floor(times.length * part)] ?? 0).toFixed(2))
        resolve({
          rps: Math.round(times.length / result.duration),
          p50: at(0.5),
          p95: at(0.95),
          p99: at(0.99),
          failed,
        })
      },
    )
    run.on('response', (_client, status, _bytes, time) => {
      if (status === 200) times.push(time)
      else failed += 1
    })
  })
}
