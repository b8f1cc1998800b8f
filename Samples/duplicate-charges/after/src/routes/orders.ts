import { Router } from 'express';
import { db } from '../db';
import { payRenewal } from '../services/renewals';
import { refundCharge } from '../services/refunds';

export const orders = Router();

orders.post('/:id/refunds', async (request, response) => {
  const order = await db.orders.find(request.params.id);
  if (!order?.chargeId) {
    response.status(404).json({ error: 'unknown order, or not paid' });
    return;
  }
  const requestId = request.header('idempotency-key');
  if (!requestId) {
    response.status(400).json({ error: 'an Idempotency-Key header is required' });
    return;
  }
  const refundId = await refundCharge(order.chargeId, {
    requestId,
    orderId: order.id,
    amount: request.body.amount,
  });
  response.status(201).json({ refundId });
});

orders.post('/renewals/:id/payments', async (request, response) => {
  await payRenewal(request.params.id);
  response.status(204).end();
});
