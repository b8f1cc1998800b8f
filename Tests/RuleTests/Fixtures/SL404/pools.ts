// A limit where the pool is made, or none.
import { Pool } from 'pg';
import { poolSettings } from 'settings';

export const bare = new Pool({ max: 20 }); // expect: SL404 "`new Pool`"

export const limited = new Pool({ max: 20, connectionTimeoutMillis: 5000 });

const common = { max: 20, connectionTimeoutMillis: 2000 };
export const spread = new Pool({ ...common, database: 'shop' });

export const unseen = new Pool(poolSettings);

export const nothing = new Pool(); // expect: SL404

function make(options: object) {
  return new Pool({ ...options, max: 5 }); // expect: SL404
}

export const first = make({ database: 'shop' });

function makeLimited(options: object) {
  return new Pool({ ...options, max: 5 });
}

export const second = makeLimited({ connectionTimeoutMillis: 1000 });
