import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';

const feedSchema = new mongoose.Schema({ id: String, club: String, name: String });
feedSchema.index({ id: 1, club: 1 }, { unique: true });

const FeedModel = mongoose.model('Feed', feedSchema);

export async function feedById(club: string, id: string) {
  const found = await FeedModel.findOne({ id, club });
  return found ? found.toJSON() : null;
}

export async function createFeed(club: string, name: string, id?: string) {
  id = id || randomUUID();
  return await FeedModel.create({ id, name, club });
}
