import { Pool } from 'pg';

const pool = new Pool();

class Task {
  constructor(public name: string, public words: string[]) {}
}

// What only stores and splits does not come between a connect and its `try`.
export async function run(text: string) {
  const client = await pool.connect();
  const task = new Task(text, text.split(' ').filter(Boolean).map((word) => word.trim()));
  for (const word of task.words) console.log(word);
  try {
    return await client.query(task.name);
  } finally {
    client.release();
  }
}

class Check {
  constructor(public name: string) {
    if (!name) throw new Error('a name is needed');
  }
}

export async function runChecked(text: string) {
  const client = await pool.connect(); // expect: SL103
  const check = new Check(text);
  try {
    return await client.query(check.name);
  } finally {
    client.release();
  }
}
