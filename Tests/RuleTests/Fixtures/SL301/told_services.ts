// Services and repositories of other packages: what they find by a column is a row.

export class Registration {
  constructor(
    private userRepository: any,
    private membersService: any,
    private mailService: any,
  ) {}

  async signUp(email: string) {
    const known = await this.userRepository.findByEmail(email);
    if (known) throw new Error('taken');
    return this.userRepository.save({ email }); // expect: SL301
  }

  async join(email: string) {
    if (await this.membersService.findOneByEmail(email)) throw new Error('taken');
    return this.membersService.create({ email }); // expect: SL301
  }

  // Another service makes another thing.
  async welcome(email: string) {
    if (await this.membersService.findOneByEmail(email)) throw new Error('taken');
    return this.mailService.create({ email });
  }

  // The row that was found is changed.
  async rename(email: string, name: string) {
    const known = await this.userRepository.findByEmail(email);
    if (!known) throw new Error('nobody');
    known.name = name;
    return this.userRepository.save(known);
  }
}
