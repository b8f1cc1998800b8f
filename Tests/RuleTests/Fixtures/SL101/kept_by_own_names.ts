// A class that gives its connection back in the words of the library holds it.
import Firebird from 'node-firebird';

class Conn {
  constructor(private db: any) {}

  static open(options: any) {
    return new Promise<Conn>((resolve, reject) =>
      Firebird.attach(options, (error: any, db: any) => (error ? reject(error) : resolve(new Conn(db)))),
    );
  }

  release() {
    this.db.detach();
  }
}

export { Conn };
