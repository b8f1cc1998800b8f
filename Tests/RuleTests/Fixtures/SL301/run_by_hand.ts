// What somebody runs by hand, told by what stands beside it.
import { Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const pool = new Pool({ connectionTimeoutMillis: 1000 });

export const addZones = {
  up: async (client: Pool) => {
    const { rows } = await client.query('SELECT id FROM zones WHERE code = $1', ['north']);
    if (rows.length === 0) {
      await client.query('INSERT INTO zones (code) VALUES ($1)', ['north']); // expect: SL301 note
    }
  },
  down: async (client: Pool) => {
    await client.query('DELETE FROM zones');
  },
};

export class Zones1700000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    const rows = await runner.query('SELECT id FROM zones WHERE code = $1', ['south']);
    if (rows.length === 0) {
      await runner.query('INSERT INTO zones (code) VALUES ($1)', ['south']); // expect: SL301 note
    }
  }

  async down(runner: QueryRunner) {
    await runner.query('DELETE FROM zones');
  }
}

export const command = {
  command: 'zone <code>',
  describe: 'adds a zone',
  handler: async ({ code }: { code: string }) => {
    const { rows } = await pool.query('SELECT id FROM zones WHERE code = $1', [code]);
    if (rows.length === 0) {
      await pool.query('INSERT INTO zones (code) VALUES ($1)', [code]); // expect: SL301 note
    }
  },
};

// A bot answers its users' commands: nobody says how it is described.
export const answer = {
  command: 'zone',
  handler: async (code: string) => {
    const { rows } = await pool.query('SELECT id FROM zones WHERE code = $1', [code]);
    if (rows.length === 0) {
      await pool.query('INSERT INTO zones (code) VALUES ($1)', [code]); // expect: SL301 error
    }
  },
};

// A lift goes up; it has no way down.
export const lift = {
  up: async (code: string) => {
    const { rows } = await pool.query('SELECT id FROM zones WHERE code = $1', [code]);
    if (rows.length === 0) {
      await pool.query('INSERT INTO zones (code) VALUES ($1)', [code]); // expect: SL301 error
    }
  },
};
