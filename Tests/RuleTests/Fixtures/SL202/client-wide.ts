// A key that the client has once, for all its requests.
class Client {
  constructor(private readonly context: Context) {}

  async headers(): Promise<Record<string, string>> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.context.token}` };
    if (this.context.requestId) {
      headers['PayPal-Request-Id'] = this.context.requestId;
    }
    return headers;
  }
}

export async function refund(client: Client, capture: string, amount: number) {
  const headers = await client.headers();
  const url = `https://api-m.paypal.com/v2/payments/captures/${capture}/refund`;
  // expect: SL202 "every request of the client"
  return fetch(url, { method: 'POST', headers, body: JSON.stringify({ amount }) });
}

export async function capture(client: Client, id: string) {
  const headers = await client.headers();
  const url = `https://api-m.paypal.com/v2/payments/authorizations/${id}/capture`;
  return fetch(url, { method: 'POST', headers }); // expect: SL202
}

export async function webhooks(client: Client) {
  const headers = await client.headers();
  return fetch('https://api-m.paypal.com/v1/notifications/webhooks', { headers });
}

interface Context { token: string; requestId?: string }
