import { Router } from 'express';
import { monthlyStatement } from '../services/statements.js';
import { volumeByCurrency } from '../services/volumes.js';

export const merchants = Router();

merchants.get('/:id/statements/:month', async (request, response) => {
  const { id, month } = request.params;
  if (!/^\d{4}-\d{2}$/.test(month)) {
    response.status(400).json({ error: 'the month is written as 2024-03' });
    return;
  }
  response.json({ lines: await monthlyStatement(id, `${month}-01`) });
});

merchants.get('/:id/volumes', async (request, response) => {
  response.json({ volumes: await volumeByCurrency(request.params.id) });
});
