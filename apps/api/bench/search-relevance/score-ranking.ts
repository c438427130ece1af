/** Grades of the documents that answer a query: 3 is what was looked for, 2 good, 1 related. Others are worth nothing. */
export type Grades = Readonly<Record<string, number>>

const depth = 10

const discount = (place: number): number => 1 / Math.log2(place + 2)

/** 1 divided by the place of the first document worth at least 2; 0 when there is none among ten. */
export const reciprocalRank = (ranked: readonly string[], grades: Grades): number => {
  const place = ranked.slice(0, depth).findIndex((id) => (grades[id] ?? 0) >= 2)
  return place === -1 ? 0 : 1 / (place + 1)
}

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, gain 2^grade − 1), 0 to 1. */
export const gainAtTen = (ranked: readonly string[], grades: Grades): number => {
  const gain = (grade: number, place: number): number => (2 ** grade - 1) * discount(place)
  const found = ranked.slice(0, depth).reduce((sum, id, place) => sum + gain(grades[id] ?? 0, place), 0)
  const ideal = Object.values(grades)
    .sort((a, b) => b - a)
    .slice(0, depth)
    .reduce((sum, grade, place) => sum + gain(grade, place), 0)
  return ideal === 0 ? 0 : found / ideal
}
