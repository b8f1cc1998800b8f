import mongoose from 'mongoose';

const Usage = mongoose.model(
  'Usage', new mongoose.Schema({ team: { type: String, unique: true }, used: Number, day: String }));

// What was found or made is changed by saving it, and made by no save.
export async function noteDay(team: string, day: string) {
  let usage = await Usage.findOne({ team });
  if (!usage) {
    usage = await Usage.create({ team, used: 0 }); // expect: SL303
  }
  usage.day = day;
  await usage.save();
}

export async function noteOrMake(team: string, day: string) {
  let usage = await Usage.findOne({ team });
  if (!usage) {
    usage = new Usage({ team, day });
    await usage.save(); // expect: SL303
  } else if (usage.day !== day) {
    usage.day = day;
    await usage.save();
  }
}
