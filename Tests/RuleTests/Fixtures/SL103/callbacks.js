class Wrapper {
  execute(sql, values, done) {
    this.getConnection((error, connection) => { // expect: SL103
      if (error) return done(error);
      const command = connection.execute(sql, values, done);
      command.once('end', () => connection.release());
    });
  }

  query(sql, done) {
    this.getConnection((error, connection) => {
      if (error) return done(error);
      connection.query(sql, (failure, rows) => {
        connection.release();
        done(failure, rows);
      });
    });
  }
}

module.exports = { Wrapper };
