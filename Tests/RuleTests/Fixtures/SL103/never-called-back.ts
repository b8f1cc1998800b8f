// A call that throws at once has not kept the callback that would have given the connection back.
import { createPool } from 'mysql2';
import { Pool } from 'pg';

const pool = new Pool();
const mysql = createPool({});

export function ask(text: string, callback: (error: unknown, rows?: unknown) => void) {
  pool.connect((error, client) => { // expect: SL103 error
    if (error || !client) return callback(error);
    try {
      client.query(text, (failure, rows) => {
        client.release();
        callback(failure, rows);
      });
    } catch (thrown) {
      callback(thrown);
    }
  });
}

export function run(text: string, callback: (error: unknown, rows?: unknown) => void) {
  mysql.getConnection((error, connection) => { // expect: SL103
    if (error) return callback(error);
    try {
      connection.execute(text, [], (failure, rows) => {
        connection.release();
        callback(failure, rows);
      });
    } catch (thrown) {
      console.error(thrown);
      callback(thrown);
    }
  });
}

// Right: the handler gives it back too.
export function askWell(text: string, callback: (error: unknown, rows?: unknown) => void) {
  pool.connect((error, client) => {
    if (error || !client) return callback(error);
    const done = (failure: unknown, rows?: unknown) => {
      client.release();
      callback(failure, rows);
    };
    try {
      client.query(text, done);
    } catch (thrown) {
      done(thrown);
    }
  });
}

// Right: nobody expects it to throw; to listen does not.
export function askPlainly(text: string, callback: (error: unknown, rows?: unknown) => void) {
  pool.connect((error, client) => {
    if (error || !client) return callback(error);
    client.query(text, (failure, rows) => {
      client.release();
      callback(failure, rows);
    });
  });
}
