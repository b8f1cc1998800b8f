import { Scope, TenantConnection } from './database';
import { Purchase, Refund } from './models';

export class Refunds {
  constructor(private connection: TenantConnection) {}

  // The row that must be there is another one than the row that is made.
  async refund(scope: Scope, id: number) {
    const purchase = await this.connection.mustFind(scope, Purchase, id);
    if (purchase.closed) throw new Error('closed');
    return this.connection.tableOf(scope, Refund).save({ purchase: id });
  }

  async refundUnlessBought(scope: Scope, id: number) {
    const purchase = await this.connection.tableOf(scope, Purchase).findOne({ where: { id } });
    if (purchase) return purchase;
    return this.connection.tableOf(scope, Refund).save({ purchase: id });
  }

  async refundOnce(scope: Scope, purchase: number) {
    const known = await this.connection.tableOf(scope, Refund).findOne({ where: { purchase } });
    if (known) return known;
    return this.connection.tableOf(scope, Refund).save({ purchase }); // expect: SL301 "into `Refund`"
  }
}
