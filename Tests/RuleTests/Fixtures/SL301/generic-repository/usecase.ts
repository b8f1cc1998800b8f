import { FeedRepository, TenantRepository } from './repositories';

export class CreateTenant {
  constructor(private feedRepository: FeedRepository, private tenantRepository: TenantRepository) {}

  async announce(command: { id: string; name: string }) {
    const feed = await this.feedRepository.findOne({ name: command.name });
    if (!feed) {
      await this.tenantRepository.create({ name: command.name });
    }
  }

  async execute(command: { id: string; name: string }) {
    const tenant = await this.tenantRepository.findOne({ name: command.name });
    if (tenant) throw new Error('taken');
    return this.tenantRepository.create({ name: command.name }); // expect: SL301 "name"
  }
}
