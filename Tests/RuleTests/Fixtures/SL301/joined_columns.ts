// A column of joined rows is none of the rows that are asked for, whatever it is called.
import { Column, DataSource, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Reader {
  @PrimaryGeneratedColumn() id: number;
}

@Entity()
export class Loan {
  @PrimaryGeneratedColumn() id: number;
  @Column() book: number;
  @ManyToOne(() => Reader) reader: Reader;
}

export async function lend(source: DataSource, reader: Reader, book: number) {
  const loans = source.getRepository(Loan);
  const there = await loans
    .createQueryBuilder('loan')
    .leftJoin('loan.reader', 'who')
    .where('who.id = :reader', { reader: reader.id })
    .andWhere('loan.book = :book', { book })
    .getOne();
  if (there) throw new Error('lent already');
  const loan = new Loan();
  loan.book = book;
  loan.reader = reader;
  await loans.save(loan); // expect: SL301
}

export async function keep(source: DataSource, loan: Loan) {
  const loans = source.getRepository(Loan);
  const there = await loans.createQueryBuilder('loan').where('loan.id = :id', { id: loan.id }).getOne();
  if (there) throw new Error('kept already');
  const copy = new Loan();
  copy.id = loan.id;
  copy.book = loan.book;
  await loans.insert(copy); // expect: SL303
}
