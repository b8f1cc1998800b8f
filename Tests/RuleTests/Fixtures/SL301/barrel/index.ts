export * from 'drizzle-orm';
export * from './tables';
export * from './database';
