// A stream that something is piped to is ended by that; until then it is open, whatever fails.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import axios from 'axios';

export async function download(url: string, target: string): Promise<void> {
  const file = createWriteStream(target); // expect: SL103
  const answer = await axios({ url, responseType: 'stream' });
  return new Promise((resolve, reject) => {
    answer.data.pipe(file);
    file.on('finish', resolve);
    file.on('error', reject);
  });
}

export async function downloadAtOnce(url: string, target: string): Promise<void> {
  const file = createWriteStream(target); // expect: SL103
  const answer = await axios({ url, responseType: 'stream' });
  answer.data.pipe(file);
  await finished(file);
}

// Opened when there is something to write.
export async function downloadLate(url: string, target: string): Promise<void> {
  const answer = await axios({ url, responseType: 'stream' });
  const file = createWriteStream(target);
  answer.data.pipe(file);
  await finished(file);
}
