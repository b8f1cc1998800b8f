import { FeedRepository, TenantRepository } from './repositories';

export class CreateTenant {
  constructor(private feeds: FeedRepository, private tenants: TenantRepository) {}

  async announce(command: { id: string; name: string }) {
    const feed = await this.feeds.findOne({ name: command.name });
    if (!feed) {
      await this.tenants.create({ name: command.name });
    }
  }

  async execute(command: { id: string; name: string }) {
    const tenant = await this.tenants.findOne({ name: command.name });
    if (tenant) throw new Error('taken');
    return this.tenants.create({ name: command.name }); // missing: SL301 (a field of the base class is not followed to the subclass)
  }
}
