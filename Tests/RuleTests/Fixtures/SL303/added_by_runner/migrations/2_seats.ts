import { MigrationInterface, QueryRunner, TableIndex } from 'typeorm';

export class Seats2 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('seats', new TableIndex({ columnNames: ['show', 'number'], isUnique: true }));
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('seats', 'one_seat');
  }
}
