/** When the prepared example site was made: the instant tests begin at. */
export const preparedAt = '2026-11-20T09:00:00+08:00'
