// What a helper's text is given stands among the helper's values, not among its caller's, who has
// fewer of them: to look there was a trap.
import { Pool } from 'pg';

interface Session { mode: string; id: string }

declare function stamp(prefix: string, parts: string[]): string;

export class Sessions {
  constructor(private readonly pool: Pool) {}

  private getPool(): Pool {
    return this.pool;
  }

  async completed(session: Session, paidAt: Date): Promise<void> {
    if (session.mode !== 'payment') {
      return;
    }
    await this.record(session.id, paidAt);
  }

  private async record(id: string, paidAt: Date): Promise<void> {
    const label = paidAt.toISOString().trim().toLowerCase().slice(0, 40);
    const parts = label.split('t').map((part) => part.trim());
    const prefix = parts.length > 3 ? parts[0] : parts[parts.length - 1];
    await this.getPool().query(
      `UPDATE sessions
       SET status = $2,
           updated_at = NOW()
       WHERE id = $1`,
      [id, stamp(`${prefix}/${label}`, parts.slice(1))],
    );
  }
}
