import express, { type NextFunction, type Request, type Response } from 'express';
import { NotFound } from './errors.js';
import { holds } from './routes/holds.js';
import { merchants } from './routes/merchants.js';

export const app = express();

app.use(express.json());
app.use('/merchants', merchants);
app.use('/holds', holds);

app.use((error: Error, request: Request, response: Response, next: NextFunction) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (error instanceof NotFound) {
    response.status(404).json({ error: error.message });
    return;
  }
  console.error(`${request.method} ${request.originalUrl} failed`, error);
  response.status(500).json({ error: 'internal' });
});
