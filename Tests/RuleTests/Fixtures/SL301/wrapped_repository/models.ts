import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Purchase {
  @PrimaryGeneratedColumn() id!: number;
  @Column() closed!: boolean;
}

@Entity()
export class Refund {
  @PrimaryGeneratedColumn() id!: number;
  @Column() purchase!: number;
}
