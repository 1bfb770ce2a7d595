/** What the benchmarks use of autocannon, which brings no types. */
declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    duration: number
    requests: { method: 'GET' | 'POST'; path: string; body?: string; headers?: Record<string, string> }[]
  }
  type Result = { duration: number }
  type Run = {
    on: (
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ) => void
  }
  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): Run
}
