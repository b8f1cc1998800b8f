// A row that is made of what was given, by a function that only puts it into another form.
import { DataSource, Repository } from "typeorm";
import { InventoryEntity } from "./entities";
export class R {
  constructor(private readonly repo: Repository<InventoryEntity>) {}
  async save(inv) {
    const e = await this.repo.findOne({ where: { productId: inv.productId } });
    if (e) throw new Error("exists");
    return await this.repo.save(toEntity(inv)); // expect: SL301
  }
  async save2(inv) {
    const e = await this.repo.findOne({ where: { productId: inv.productId } });
    if (e) throw new Error("exists");
    const row = Mapper.toPersistence(inv);
    return await this.repo.save(row); // expect: SL301
  }
  async save3(inv) {
    const e = await this.repo.findOne({ where: { productId: inv.productId } });
    if (!e) throw new Error("gone");
    const row = Mapper.toPersistence(inv);
    return await this.repo.save(row);
  }
}
export class Stock {
  constructor(private readonly source: DataSource) {}
  async put(item) {
    return this.source.transaction(async (manager) => {
      const known = await manager.findOne(StockEntity, { where: { sku: item.sku } });
      if (known) throw new Error("known");
      const row = StockMapper.toEntity(item);
      return await manager.save(StockEntity, row); // expect: SL301
    });
  }
}
