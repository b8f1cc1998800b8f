// Keys that are looked up by keys, in a circle: the search for a value must end.
import Stripe from 'stripe'

const stripe = new Stripe(process.env.STRIPE_KEY)

export async function renew(aliases, cart) {
  let name = 'idempotencyKey'
  for (const part of cart.parts) {
    name = aliases[aliases[name]]
    aliases[name] = aliases[part] ?? aliases[aliases[name]]
  }
  const options = { [aliases[name]]: `cart-${cart.id}` }
  await stripe.charges.create({ amount: cart.total, currency: 'eur' }, options)
}

export async function pay(cart) {
  await stripe.charges.create({ amount: cart.total, currency: 'eur' }) // expect: SL201
}
