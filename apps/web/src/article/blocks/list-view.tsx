import type { Block, ListItem } from '@gazette/schema/block'
import { Spans } from './spans.tsx'

const Items = ({ ordered, items }: { ordered: boolean; items: ListItem[] }) => {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {items.map((item, index) => (
        <li key={`${index}:${item.spans[0]?.text ?? ''}`}>
          <Spans spans={item.spans} />
          {item.items.length > 0 && <Items ordered={ordered} items={item.items} />}
        </li>
      ))}
    </Tag>
  )
}

/** A list and the lists inside it. */
export const ListView = ({ block }: { block: Extract<Block, { type: 'list' }> }) => <Items ordered={block.ordered} items={block.items} />
