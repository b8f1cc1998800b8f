import { carts } from './carts';
import { orders } from './orders';
import { refunds } from './refunds';
import { renewals } from './renewals';

export const db = { carts, orders, refunds, renewals };
