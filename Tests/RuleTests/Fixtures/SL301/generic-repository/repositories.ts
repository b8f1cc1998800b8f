import { Model } from 'mongoose';
import { Feed, Tenant } from './models';

export class BaseRepository<T> {
  constructor(protected MongooseModel: Model<T>) {}

  async findOne(query: object) {
    return this.MongooseModel.findOne(query);
  }

  async create(data: object) {
    const row = new this.MongooseModel(data);
    return row.save();
  }
}

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
