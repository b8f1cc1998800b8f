// A row that a function finds in a list of rows was read with them.
import { Column, DataSource, Entity, ManyToOne, OneToMany, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Basket {
  @PrimaryGeneratedColumn() id: number;
  @OneToMany(() => Piece, (piece) => piece.basket) pieces: Piece[];
}

@Entity()
export class Piece {
  @PrimaryGeneratedColumn() id: number;
  @ManyToOne(() => Basket, (basket) => basket.pieces) basket: Basket;
  @Column('simple-json') notes: Record<string, unknown>;
}

export class Baskets {
  constructor(private db: DataSource) {}

  private pieceOf(basket: Basket, id: number): Piece {
    const piece = basket.pieces.find((one) => one.id === id);
    if (!piece) throw new Error('no such piece');
    return piece;
  }

  async note(basketId: number, pieceId: number, notes: Record<string, unknown>) {
    const basket = await this.db
      .getRepository(Basket)
      .findOneOrFail({ where: { id: basketId }, relations: ['pieces'] });
    const piece = this.pieceOf(basket, pieceId);
    piece.notes = { ...piece.notes, ...notes };
    await this.db.getRepository(Piece).save(piece); // expect: SL302 "`notes`"
  }
}
