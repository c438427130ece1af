import { monitorEventLoopDelay } from 'node:perf_hooks'

/** One request that was answered. `operation` is the pattern of its route. */
export type Observation = { operation: string; status: number; seconds: number }

const bucketSeconds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]

type Series = { requests: Map<number, number>; buckets: number[]; sum: number; count: number }

const line = (name: string, labels: Record<string, string | number>, value: number): string => {
  const text = Object.entries(labels).map(([label, content]) => `${label}="${content}"`)
  return `${name}${text.length > 0 ? `{${text.join(',')}}` : ''} ${value}`
}

const family = (name: string, type: 'counter' | 'gauge' | 'histogram', help: string, lines: string[]): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...lines,
]

const requestLines = (series: ReadonlyMap<string, Series>): string[] =>
  [...series].flatMap(([operation, { requests }]) =>
    [...requests].map(([status, count]) => line('gazette_requests_total', { operation, status }, count)),
  )

const readyLines = (ready: ReadonlyMap<number, number>): string[] =>
  [...ready].map(([status, count]) => line('gazette_requests_total', { operation: 'ready', status }, count))

const durationLines = (series: ReadonlyMap<string, Series>): string[] =>
  [...series].flatMap(([operation, { buckets, sum, count }]) => [
    ...bucketSeconds.map((le, index) => line('gazette_request_seconds_bucket', { operation, le }, buckets[index] ?? 0)),
    line('gazette_request_seconds_bucket', { operation, le: '+Inf' }, count),
    line('gazette_request_seconds_sum', { operation }, sum),
    line('gazette_request_seconds_count', { operation }, count),
  ])

/** Counts of this process since its start, in Prometheus's text format (version 0.0.4). */
export const createMetrics = () => {
  const series = new Map<string, Series>()
  const ready = new Map<number, number>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const find = (operation: string): Series => {
    const known = series.get(operation)
    if (known) return known
    const made: Series = { requests: new Map(), buckets: bucketSeconds.map(() => 0), sum: 0, count: 0 }
    series.set(operation, made)
    return made
  }
  return {
    observe({ operation, status, seconds }: Observation): void {
      const counted = find(operation)
      const { requests, buckets } = counted
      requests.set(status, (requests.get(status) ?? 0) + 1)
      for (let index = bucketSeconds.length - 1; index >= 0 && seconds <= (bucketSeconds[index] ?? 0); index -= 1)
        buckets[index] = (buckets[index] ?? 0) + 1
      counted.sum += seconds
      counted.count += 1
    },

    /** One answer that was ready: no time to speak of, so that nothing but the count is kept. */
    observeReady(status: number): void {
      ready.set(status, (ready.get(status) ?? 0) + 1)
    },

    /** @param gauges further numbers of the moment, by name */
    render(gauges: Record<string, number>): string {
      const { rss, heapUsed } = process.memoryUsage()
      const all = {
        process_resident_memory_bytes: rss,
        nodejs_heap_used_bytes: heapUsed,
        nodejs_eventloop_delay_p99_seconds: delay.percentile(99) / 1e9,
        ...gauges,
      }
      return `${[
        ...family('gazette_requests_total', 'counter', 'Requests answered.', [...requestLines(series), ...readyLines(ready)]),
        ...family('gazette_request_seconds', 'histogram', 'Time until the answer was sent.', durationLines(series)),
        ...Object.entries(all).flatMap(([name, value]) => family(name, 'gauge', 'Now.', [line(name, {}, value)])),
      ].join('\n')}\n`
    },

    stop: () => delay.disable(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
