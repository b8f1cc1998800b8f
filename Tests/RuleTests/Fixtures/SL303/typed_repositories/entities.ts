import { Column, Entity, JoinColumn, OneToOne, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Person {
  @PrimaryGeneratedColumn() id: number;
}

@Entity()
export class Taste {
  @PrimaryGeneratedColumn() id: number;
  @Column({ unique: true }) personId: string;
}

@Entity()
export class Badge {
  @PrimaryGeneratedColumn() id: number;
  @OneToOne(() => Person) @JoinColumn() person: Person;
}

@Entity()
export class Visit {
  @PrimaryGeneratedColumn() id: number;
  @Column() personId: string;
}
