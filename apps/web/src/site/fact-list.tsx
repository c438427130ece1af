/** Names and values, one below the other. What has no value is not listed. */
export const FactList = ({
  facts,
  className = 'official',
}: {
  facts: readonly (readonly [string, string | null])[]
  className?: string
}) => (
  <dl className={className}>
    {facts.map(([name, value]) =>
      value ? (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)
