const warningLevel = 40

/** The message of a server's line that a person at a terminal should see (a warning or worse, or plain text), otherwise null. */
export const noteworthyLine = (line: string): string | null => {
  const entry = parseEntry(line)
  if (entry === null) return line.trim() === '' ? null : line
  return entry.level >= warningLevel ? line : null
}

/** A log line of the servers is a JSON object with pino's numeric `level`. */
const parseEntry = (line: string): { level: number } | null => {
  if (!line.startsWith('{')) return null
  try {
    const entry: unknown = JSON.parse(line)
    return typeof entry === 'object' && entry !== null && 'level' in entry && typeof entry.level === 'number'
      ? { level: entry.level }
      : null
  } catch {
    return null
  }
}
