// A client that is opened by a callback is ended in the callbacks of what is asked of it: by each arm.
const Imap = require('imap');
const ldap = require('ldapjs');
const snowflake = require('snowflake-sdk');
const { Connection, Request } = require('tedious');

function unread(settings, done) {
  const box = new Imap(settings); // expect: SL103
  box.once('ready', () => {
    box.openBox('INBOX', true, (failure) => {
      if (failure) return done(failure);
      box.search(['UNSEEN'], (err, found) => {
        if (err) return done(err);
        box.end();
        done(null, found);
      });
    });
  });
  box.once('error', done);
  box.connect();
}

function members(url, name, password, done) {
  const directory = ldap.createClient({ url }); // expect: SL103
  directory.bind(name, password, (err) => {
    if (err) return done(err);
    directory.search('ou=people', { scope: 'sub' }, (error, answer) => {
      if (error) return done(error);
      const found = [];
      answer.on('searchEntry', (entry) => found.push(entry));
      answer.on('end', () => {
        directory.unbind();
        done(null, found);
      });
    });
  });
}

function ask(settings, text, done) {
  const connection = new Connection(settings); // expect: SL103
  connection.on('connect', (err) => {
    if (err) return done(err);
    connection.execSql(
      new Request(text, (error, count) => {
        if (error) return done(error);
        connection.close();
        done(null, count);
      }),
    );
  });
  connection.connect();
}

function askSafely(settings, text, done) {
  const connection = new Connection(settings);
  connection.on('connect', (err) => {
    if (err) return done(err);
    connection.execSql(
      new Request(text, (error, count) => {
        connection.close();
        done(error, count);
      }),
    );
  });
  connection.connect();
}

function warehouse(settings, text, done) {
  const connection = snowflake.createConnection(settings); // expect: SL103
  connection.connect((err, opened) => {
    if (err) return done(err);
    opened.execute({
      sqlText: text,
      complete: (error, statement, rows) => {
        if (error) return done(error);
        opened.destroy(() => done(null, rows));
      },
    });
  });
}

function warehouseSafely(settings, text, done) {
  const connection = snowflake.createConnection(settings);
  connection.connect((err, opened) => {
    if (err) return done(err);
    opened.execute({
      sqlText: text,
      complete: (error, statement, rows) => {
        opened.destroy(() => done(error, rows));
      },
    });
  });
}

module.exports = { unread, members, ask, askSafely, warehouse, warehouseSafely };
