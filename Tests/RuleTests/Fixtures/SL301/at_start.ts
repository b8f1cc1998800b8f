import { Injectable, OnModuleInit } from '@nestjs/common';
import { Entity, PrimaryGeneratedColumn, Column, Repository } from 'typeorm';
import { InjectRepository } from '@nestjs/typeorm';

@Entity()
export class Zone {
  @PrimaryGeneratedColumn()
  id: number;

  @Column()
  code: string;
}

@Injectable()
export class ZoneService {
  constructor(@InjectRepository(Zone) private zones: Repository<Zone>) {}

  async initZones() {
    for (const code of ['north', 'south']) {
      await this.ensureZone(code);
    }
  }

  // Nothing but the start of the process comes here.
  private async ensureZone(code: string) {
    const zone = await this.zones.findOne({ where: { code } });
    if (!zone) {
      await this.zones.save({ code }); // expect: SL301 note
    }
  }

  async prepare() {
    await this.rootZone();
  }

  async list() {
    return [await this.rootZone(), ...(await this.zones.find())];
  }

  // Every list comes here as well.
  private async rootZone() {
    const zone = await this.zones.findOne({ where: { code: 'root' } });
    if (zone) return zone;
    return this.zones.save({ code: 'root' }); // expect: SL301 error
  }
}

@Injectable()
export class StartService implements OnModuleInit {
  constructor(private zones: ZoneService) {}

  async onModuleInit() {
    await this.zones.initZones();
    await this.zones.prepare();
  }
}
