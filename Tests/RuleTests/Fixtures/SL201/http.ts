// Payments by plain HTTP: the URL says who is asked, the headers whether with a key.
import axios from 'axios';

const base = 'https://api.stripe.com';
const paths = { refund: '/v2/payments/captures' };

export async function fetched(order: Order) {
  return fetch('https://api.stripe.com/v1/charges', { // expect: SL201 "`fetch` sends no idempotency key"
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.KEY}` },
    body: new URLSearchParams({ amount: String(order.total) }),
  });
}

export async function fetchedWithKey(order: Order) {
  const headers: Record<string, string> = { Authorization: `Bearer ${process.env.KEY}` };
  headers['idempotency-key'] = `charge-${order.id}`;
  return fetch(`${base}/v1/charges`, { method: 'post', headers });
}

export async function readOnly(id: string) {
  return fetch(`https://api.stripe.com/v1/charges/${id}`);
}

export async function listed() {
  return fetch('https://api.stripe.com/v1/charges?limit=3', { method: 'GET' });
}

export async function posted(order: Order) {
  const url = `${base}/v1/charges`;
  return axios.post(url, { amount: order.total }, { headers: headersFor() }); // expect: SL201
}

export async function postedWithKey(order: Order) {
  const config = { headers: { ...headersFor(), 'Idempotency-Key': `charge-${order.id}` } };
  return axios.post(base + '/v1/charges', { amount: order.total }, config);
}

export async function madeHeaders(order: Order) {
  const headers = new Headers({ Accept: 'application/json' });
  headers.set('Idempotency-Key', `charge-${order.id}`);
  return fetch('https://api.stripe.com/v1/charges', { method: 'POST', headers });
}

function headersFor() {
  return { Authorization: `Bearer ${process.env.KEY}`, Accept: 'application/json' };
}

async function post(path: string, body: object, key?: string) {
  const headers = { ...headersFor(), ...(key && { 'PayPal-Request-Id': key }) };
  const options = { method: 'POST', headers, body: JSON.stringify(body) };
  return fetch(`https://api-m.paypal.com${path}`, options); // step: called
}

export async function refund(capture: string, amount: number) {
  return post(`${paths.refund}/${capture}/refund`, { amount }); // expect: SL201 "`post`, which calls `fetch`"
}

export async function refundWithKey(capture: string, amount: number, id: string) {
  return post(`/v2/payments/captures/${capture}/refund`, { amount }, `refund-${id}`);
}

export async function noPayment(body: object) {
  return post('/v1/notifications/webhooks', body);
}

interface Order { id: string; total: number }
