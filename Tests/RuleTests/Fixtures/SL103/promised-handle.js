// What a promise gives that is waited for in place was not there before.
export async function execute(connection, text, values) {
  return new Promise((resolve, reject) => connection.prepare(text, (e, s) => (e ? reject(e) : resolve(s)))) // expect: SL103
    .then((statement) =>
      statement.execute(values).then((rows) => {
        statement.close();
        return rows;
      }),
    );
}

export async function executeSafely(connection, text, values) {
  const statement = await new Promise((resolve, reject) => {
    connection.prepare(text, (error, made) => (error ? reject(error) : resolve(made)));
  });
  try {
    return await statement.execute(values);
  } finally {
    statement.close();
  }
}

export async function wait(emitter) {
  const answer = await new Promise((resolve) => emitter.once('answer', resolve));
  return answer.text;
}
