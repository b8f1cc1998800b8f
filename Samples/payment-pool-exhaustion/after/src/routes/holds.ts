import { Router } from 'express';
import { placeHold } from '../services/holds.js';

export const holds = Router();

holds.post('/', async (request, response) => {
  const { paymentId, reason, actor } = request.body;
  if (!paymentId || !reason || !actor) {
    response.status(400).json({ error: 'paymentId, reason and actor are required' });
    return;
  }
  await placeHold(paymentId, reason, actor);
  response.status(204).end();
});
