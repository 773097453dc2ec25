import { Select } from './Select'

export interface OrderSelectProps<Order extends string> {
  /** The page's words: « Trier par », and the name of each order. */
  say: (key: 'order' | `order.${Order}`) => string
  orders: readonly Order[]
  value: Order
  onChange: (order: Order) => void
}

/** Chooses in which order a list is shown. */
export function OrderSelect<Order extends string>({ say, orders, value, onChange }: OrderSelectProps<Order>) {
  return (
    <Select
      label={say('order')}
      options={orders.map((id) => ({ id, label: say(`order.${id}`) }))}
      value={value}
      onChange={onChange}
    />
  )
}
