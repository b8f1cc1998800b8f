import express, { type NextFunction, type Request, type Response } from 'express';
import { checkout } from './routes/checkout';
import { orders } from './routes/orders';
import { webhooks } from './routes/webhooks';

export const app = express();

app.use('/webhooks/stripe', webhooks);
app.use(express.json());
app.use('/checkout', checkout);
app.use('/orders', orders);

app.use((error: Error, request: Request, response: Response, next: NextFunction) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  console.error(`${request.method} ${request.originalUrl} failed`, error);
  response.status(500).json({ error: 'internal' });
});
