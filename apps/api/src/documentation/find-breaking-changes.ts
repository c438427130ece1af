import { isRecord, type JsonRecord } from '../plugins/openapi-schema.ts'
import { type Comparison, compareSchemas, resolveReference } from './compare-schemas.ts'

const record = (value: unknown): JsonRecord => (isRecord(value) ? value : {})

type Operations = { before: JsonRecord; after: JsonRecord; where: string }

const parametersOf = (document: JsonRecord, operation: JsonRecord): Map<string, JsonRecord> => {
  const { parameters } = operation
  const resolved = (Array.isArray(parameters) ? parameters : []).map((parameter) => resolveReference(document, parameter))
  return new Map(resolved.map((parameter) => [`${parameter['in']} parameter ${parameter['name']}`, parameter]))
}

const compareParameters = (comparison: Comparison, { before, after, where }: Operations): void => {
  const { found } = comparison
  const [old, now] = [parametersOf(comparison.before, before), parametersOf(comparison.after, after)]
  for (const [name, parameter] of old) {
    const current = now.get(name)
    const place = `${where}: ${name}`
    // Unknown parameters are refused, so one that is gone breaks whoever sends it.
    if (!current) {
      found.add(`${place} was removed`)
      continue
    }
    if (current['required'] === true && parameter['required'] !== true) found.add(`${place} became required`)
    for (const key of ['style', 'explode']) if (parameter[key] !== current[key]) found.add(`${place} is written in another ${key}`)
    if (record(parameter['schema'])['default'] !== record(current['schema'])['default']) found.add(`${place} has another default`)
    compareSchemas(comparison, 'input', { before: parameter['schema'], after: current['schema'], where: place })
  }
  for (const [name, parameter] of now)
    if (!old.has(name) && parameter['required'] === true) found.add(`${where}: ${name} is new and required`)
}

const compareContent = (comparison: Comparison, direction: 'input' | 'output', { before, after, where }: Operations): void => {
  for (const [type, media] of Object.entries(record(before['content']))) {
    const current = record(after['content'])[type]
    if (current === undefined) comparison.found.add(`${where}: ${type} was removed`)
    else
      compareSchemas(comparison, direction, {
        before: record(media)['schema'],
        after: record(current)['schema'],
        where: `${where} ${type}`,
      })
  }
}

const compareResponses = (comparison: Comparison, { before, after, where }: Operations): void => {
  for (const [status, response] of Object.entries(record(before['responses']))) {
    const current = record(after['responses'])[status]
    const place = `${where} ${status}`
    if (current === undefined) {
      // A problem that cannot happen any more breaks nobody.
      if (Number(status) < 400) comparison.found.add(`${place} was removed`)
      continue
    }
    const [old, now] = [resolveReference(comparison.before, response), resolveReference(comparison.after, current)]
    for (const header of Object.keys(record(old['headers'])))
      if (record(now['headers'])[header] === undefined) comparison.found.add(`${place}: the header ${header} was removed`)
    compareContent(comparison, 'output', { before: old, after: now, where: place })
  }
}

const compareOperations = (comparison: Comparison, operations: Operations): void => {
  const { before, after, where } = operations
  if (before['operationId'] !== after['operationId']) comparison.found.add(`${where} has another operationId`)
  compareParameters(comparison, operations)
  const body = resolveReference(comparison.after, after['requestBody'])
  if (before['requestBody'] === undefined && body['required'] === true) comparison.found.add(`${where} needs a body now`)
  compareContent(comparison, 'input', { before: resolveReference(comparison.before, before['requestBody']), after: body, where })
  compareResponses(comparison, operations)
}

/**
 * What in `after` breaks a program written for `before`, in words; empty when nothing does.
 * Following the promise of v1: fields, operations, optional parameters, statuses of problems, values and types of blocks may be added.
 */
export const findBreakingChanges = (before: JsonRecord, after: JsonRecord): string[] => {
  const comparison: Comparison = { before, after, found: new Set(), seen: new Set() }
  for (const [path, item] of Object.entries(record(before['paths'])))
    for (const [method, operation] of Object.entries(record(item))) {
      const current = record(record(after['paths'])[path])[method]
      const where = `${method.toUpperCase()} ${path}`
      if (current === undefined) comparison.found.add(`${where} was removed`)
      else compareOperations(comparison, { before: record(operation), after: record(current), where })
    }
  // Components are the names of types in generated clients.
  for (const name of Object.keys(record(record(before['components'])['schemas'])))
    if (record(record(after['components'])['schemas'])[name] === undefined) comparison.found.add(`the component ${name} was removed`)
  return [...comparison.found]
}
