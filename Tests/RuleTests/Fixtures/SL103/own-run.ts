// What the program's own run starts is for as long as the process, which ends with what is thrown.
import { flush, serve } from './queue';

(async () => {
  const beat = setInterval(() => flush('beat'), 5_000); // expect: SL103 note
  await serve('orders');
  clearInterval(beat);
})();

async function drain() {
  const beat = setInterval(() => flush('drain'), 5_000); // expect: SL103 note
  await serve('drain');
  clearInterval(beat);
}

drain();

export async function once(name: string) {
  const beat = setInterval(() => flush(name), 5_000); // expect: SL103 warning
  await serve(name);
  clearInterval(beat);
}
