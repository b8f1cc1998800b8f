import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('seats')
export class Seat {
  @PrimaryGeneratedColumn() id!: number;
  @Column() show!: number;
  @Column() number!: number;
}

export async function take(source: DataSource, show: number, number: number) {
  const seats = source.getRepository(Seat);
  const seat = await seats.findOneBy({ show, number });
  if (!seat) await seats.insert({ show, number }); // expect: SL303
}
