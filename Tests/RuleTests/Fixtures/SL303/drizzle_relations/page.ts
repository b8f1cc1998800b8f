import { drizzle } from 'drizzle-orm/mysql2';
import { nanoid } from 'nanoid';
import * as schema from './schema';

const db = drizzle(process.env.DATABASE_URL!, { schema, mode: 'default' });

// What the condition's function compares is what is asked by.
export async function crewOf(shipId: string) {
  const crew = await db.query.crews.findFirst({ where: (crew, { eq }) => eq(crew.shipId, shipId) });
  if (!crew) {
    await db.insert(schema.crews).values({ id: nanoid(), shipId }); // expect: SL303 "unique by shipId"
  }
}

export async function crewCalled(name: string, shipId: string) {
  const crew = await db.query.crews.findFirst({ where: (crew, { eq }) => eq(crew.name, name) });
  if (!crew) {
    await db.insert(schema.crews).values({ id: nanoid(), name, shipId: nanoid() }); // expect: SL301 "name"
  }
}
