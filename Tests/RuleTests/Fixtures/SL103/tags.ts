// The tag of a template puts a text together. What it makes of it, such as a statement, fails where it is
// waited for.
import { openSync, closeSync, type PathLike } from 'node:fs';
import { sql, label } from './texts';

export function watchLabel(path: PathLike, changed: any) {
  const fd = openSync(path, 'r');
  changed.title = label`watching ${path}`;
  changed.subscribe(() => {
    closeSync(fd);
  });
}

export function watchSettings(path: PathLike, text: string, changed: any) {
  const fd = openSync(path, 'r'); // expect: SL103
  changed.title = JSON.parse(text).title;
  changed.subscribe(() => {
    closeSync(fd);
  });
}

export async function readCounted(path: PathLike, id: number) {
  const fd = openSync(path, 'r'); // expect: SL103
  await sql`UPDATE reads SET n = n + 1 WHERE id = ${id}`;
  closeSync(fd);
}
