import { BaseRepository } from './base';
import { Feed, Tenant } from './models';

export class FeedRepository extends BaseRepository<Feed> {
  constructor() {
    super(Feed);
  }
}

export class TenantRepository extends BaseRepository<Tenant> {
  constructor() {
    super(Tenant);
  }
}
