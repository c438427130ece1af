import { monitorEventLoopDelay } from 'node:perf_hooks'

/** One request that was answered. `operation` is the pattern of its route, `ready` for what was sent without one. */
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
      const { requests, buckets } = find(operation)
      requests.set(status, (requests.get(status) ?? 0) + 1)
      for (const [index, bound] of bucketSeconds.entries()) if (seconds <= bound) buckets[index] = (buckets[index] ?? 0) + 1
      const counted = find(operation)
      counted.sum += seconds
      counted.count += 1
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
        ...family('gazette_requests_total', 'counter', 'Requests answered.', requestLines(series)),
        ...family('gazette_request_seconds', 'histogram', 'Time until the answer was sent.', durationLines(series)),
        ...Object.entries(all).flatMap(([name, value]) => family(name, 'gauge', 'Now.', [line(name, {}, value)])),
      ].join('\n')}\n`
    },

    stop: () => delay.disable(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
