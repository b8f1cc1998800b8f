import { UserRepository } from '@example/store';

// Nobody sees what is behind these; it is said by their names, and those of their methods.
export class Invite {
  constructor(private userRepository: UserRepository, private letterRepository: any) {}

  async execute(email: string) {
    const known = await this.userRepository.findOne({ email });
    if (known) throw new Error('is here');
    return this.userRepository.create({ email }); // expect: SL301 "email"
  }

  async write(email: string) {
    const known = await this.userRepository.findOne({ email });
    if (known) throw new Error('is here');
    return this.letterRepository.create({ email });
  }
}

export async function signIn(req: any, email: string, done: (user: any) => void) {
  const { models } = req;
  const user = await models.users.findOneByEmail(email);
  if (user) return done(user);
  const made = await models.users.create({ email }); // expect: SL301
  return done(made);
}

export async function upload(WIKI: any, hash: string) {
  const asset = await WIKI.models.assets.query().where({ hash }).first();
  if (asset) {
    await WIKI.models.assets.query().patch({ hash }).findById(asset.id);
  } else {
    await WIKI.models.assets.query().insert({ hash }); // expect: SL301 "hash"
  }
}

export async function page(models: any, id: string, text: string) {
  const book = await models.books.findOneById(id);
  if (!book) throw new Error('no such book');
  return models.pages.create({ book: id, text });
}
