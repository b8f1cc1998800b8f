import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Badge, Taste, Visit } from './entities';

// What the repositories are called says nothing; what they are of, their types say.
export class Service {
  constructor(
    @InjectRepository(Taste) private readonly choices: Repository<Taste>,
    @InjectRepository(Badge) private readonly marks: Repository<Badge>,
    @InjectRepository(Visit) private readonly others: Repository<Visit>,
  ) {}

  async taste(personId: string) {
    const known = await this.choices.findOne({ where: { personId } });
    if (known) return known;
    return this.choices.save(this.choices.create({ personId })); // expect: SL303 "`Taste` is unique by personId"
  }

  async badge(personId: string) {
    const known = await this.marks.findOne({ where: { personId } });
    if (known) return known;
    return this.marks.save(this.marks.create({ personId })); // expect: SL303
  }

  async visit(personId: string) {
    const known = await this.others.findOne({ where: { personId } });
    if (known) return known;
    return this.others.save(this.others.create({ personId })); // expect: SL301
  }
}
