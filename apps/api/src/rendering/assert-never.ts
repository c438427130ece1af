/** Ends a switch over a union: the compiler refuses the call while a member is not handled. */
export const assertNever = (value: never): never => {
  throw new TypeError(`Not handled: ${JSON.stringify(value)}`)
}
