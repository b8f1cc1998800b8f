import { DataSource, EntityTarget, Repository } from 'typeorm';

export class Scope {
  constructor(readonly tenant: string) {}
}

// One way to all tables: which one, the caller says.
export class TenantConnection {
  constructor(private source: DataSource) {}

  tableOf<T extends object>(scope: Scope, target: EntityTarget<T>): Repository<T> {
    return this.source.getRepository(target);
  }

  async mustFind<T extends object>(scope: Scope, target: EntityTarget<T>, id: number): Promise<T> {
    const row = await this.tableOf(scope, target).findOne({ where: { id } as any });
    if (!row) throw new Error('no such row');
    return row;
  }
}
