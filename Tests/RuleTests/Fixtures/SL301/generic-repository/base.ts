import { Model } from 'mongoose';

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
